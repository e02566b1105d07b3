import { type DragEvent, useEffect, useRef, useState } from "react";
import type { StoredFile } from "../../../core/register/field.ts";
import { isNoAnswer, isSignedOut, problemOf, whySignedOut } from "../../api/problem.ts";
import { upload } from "../../api/upload.ts";
import { formatSize } from "../../ui/format.ts";
import { CameraIcon, CloseIcon, FileIcon } from "../../ui/icons.tsx";
import { useWords } from "../../words/language.tsx";
import { markSessionEnded } from "../session.ts";
import type { DescribedInput } from "./FieldRow.tsx";
import { newKey } from "./key.ts";

interface FilesInputProps extends DescribedInput {
  readonly value: readonly StoredFile[];
  readonly max: number;
  readonly onChange: (value: readonly StoredFile[]) => void;
  readonly onBusy: (busy: boolean) => void;
}

/** A file on its way: how far it is, or why it did not arrive. */
interface Sending {
  readonly key: string;
  readonly name: string;
  readonly percent: number;
  readonly problem?: string;
  readonly abort: () => void;
}

const accepted = ".jpg,.jpeg,.png,.webp,.heic,.mp4,.pdf,.docx,.xlsx,.doc,.xls";

export function FilesInput(props: FilesInputProps) {
  const { id, describedBy, invalid, value, max, onChange } = props;
  const { words } = useWords();
  const { sending, previews, leftOut, add, dismiss } = useUploads(props);
  const picker = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    add([...event.dataTransfer.files]);
  };
  const full = value.length + sending.length >= max;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a convenience beside the button, which works by keyboard.
    <div
      className={`files ${invalid ? "files-wrong" : ""}`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <ul className="files-list">
        {value.map((file) => (
          <ChosenFile
            key={file.id}
            file={file}
            preview={previews.get(file.id)}
            onRemove={() => onChange(value.filter(({ id: other }) => other !== file.id))}
          />
        ))}
        {sending.map((file) => (
          <SendingFile key={file.key} file={file} onDismiss={() => dismiss(file)} />
        ))}
      </ul>
      <input
        ref={picker}
        className="visually-hidden"
        type="file"
        multiple
        accept={accepted}
        tabIndex={-1}
        aria-hidden="true"
        onChange={({ target }) => {
          add([...(target.files ?? [])]);
          target.value = "";
        }}
      />
      <button
        id={id}
        type="button"
        className="files-add"
        aria-describedby={describedBy}
        disabled={full}
        onClick={() => picker.current?.click()}
      >
        <CameraIcon />
        {full ? words.files.most(max) : words.files.add}
      </button>
      <LeftOut most={max} count={leftOut} />
      <p className="soft files-hint">{words.files.drop}</p>
    </div>
  );
}

/** Files that found no room must not vanish without a word. */
function LeftOut({ most, count }: { readonly most: number; readonly count: number }) {
  const { words } = useWords();
  if (count === 0) return null;
  return (
    <p className="field-problem" role="alert">
      {words.files.leftOut(most, count)}
    </p>
  );
}

function useUploads({ value, max, onChange, onBusy }: FilesInputProps) {
  const { words } = useWords();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [previews, setPreviews] = useState<ReadonlyMap<string, string>>(new Map());
  // Files arrive one after the other; each must find those that came before it.
  const arrived = useRef(value);
  arrived.current = value;
  const aborts = useRef(new Set<() => void>());
  useEffect(
    () => () => {
      for (const abort of aborts.current) abort();
    },
    [],
  );
  const busy = sending.some(({ problem }) => problem === undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the change from idle to busy and back is told.
  useEffect(() => onBusy(busy), [busy]);
  const patch = (key: string, change: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const leave = (key: string) => setSending((all) => all.filter((one) => one.key !== key));
  const send = async (file: File) => {
    const key = newKey();
    const controller = new AbortController();
    const abort = () => controller.abort();
    aborts.current.add(abort);
    setSending((all) => [...all, { key, name: file.name, percent: 0, abort }]);
    try {
      const stored = await upload(file, (percent) => patch(key, { percent }), controller.signal);
      leave(key);
      if (isPicture(stored)) setPreviews((all) => new Map(all).set(stored.id, URL.createObjectURL(file)));
      arrived.current = [...arrived.current, stored];
      onChange(arrived.current);
    } catch (error) {
      if (isSignedOut(error)) markSessionEnded(whySignedOut(error));
      const text = isNoAnswer(error) ? words.problem.offline : problemOf(error).title;
      patch(key, { problem: `${words.files.failed}${words.colon}${text}` });
    } finally {
      aborts.current.delete(abort);
    }
  };
  const dismiss = ({ key, abort }: Sending) => {
    abort();
    leave(key);
  };
  const [leftOut, setLeftOut] = useState(0);
  const add = (files: readonly File[]) => {
    const room = Math.max(0, max - value.length - sending.length);
    setLeftOut(Math.max(0, files.length - room));
    for (const file of files.slice(0, room)) void send(file);
  };
  return { sending, previews, leftOut, add, dismiss };
}

/** What every browser shows; other pictures are downloaded. */
export const isPicture = ({ type }: Pick<StoredFile, "type">): boolean =>
  ["image/jpeg", "image/png", "image/webp"].includes(type);

interface ChosenFileProps {
  readonly file: StoredFile;
  readonly preview: string | undefined;
  readonly onRemove: () => void;
}

function ChosenFile({ file, preview, onRemove }: ChosenFileProps) {
  const { words } = useWords();
  return (
    <li className="file">
      {preview === undefined ? (
        <span className="file-icon">
          <FileIcon />
        </span>
      ) : (
        <img className="file-preview" src={preview} alt="" />
      )}
      <span className="file-name">
        {file.name} <span className="soft">{formatSize(file.sizeBytes)}</span>
      </span>
      <button
        type="button"
        className="icon-button"
        aria-label={words.files.remove(file.name)}
        onClick={onRemove}
      >
        <CloseIcon />
      </button>
    </li>
  );
}

function SendingFile({ file, onDismiss }: { readonly file: Sending; readonly onDismiss: () => void }) {
  const { words } = useWords();
  return (
    <li className="file">
      <span className="file-icon">
        <FileIcon />
      </span>
      <span className="file-name">
        {file.name}
        {file.problem === undefined ? (
          <progress
            className="file-progress"
            value={file.percent}
            max={100}
            aria-label={words.files.uploading(file.percent)}
          />
        ) : (
          <span className="field-problem" role="alert">
            {file.problem}
          </span>
        )}
      </span>
      <button
        type="button"
        className="icon-button"
        aria-label={words.files.remove(file.name)}
        onClick={onDismiss}
      >
        <CloseIcon />
      </button>
    </li>
  );
}
