import { Button, Modal } from "antd";
import { useState } from "react";
import type { StoredFile, Value } from "../../../core/register/field.ts";
import * as queries from "../../api/queries.ts";
import type { EntryView } from "../../api/types.ts";
import { formatSize } from "../../ui/format.ts";
import { FileIcon } from "../../ui/icons.tsx";
import { overlays } from "../../ui/overlays.ts";
import { useWords } from "../../words/language.tsx";
import { isPicture } from "../form/FilesInput.tsx";

/** The files of one field: pictures as thumbnails that open large, everything else by its name. */
export function Files({ entry, value }: { readonly entry: EntryView; readonly value: Value | undefined }) {
  const [shown, setShown] = useState<number>();
  const files = Array.isArray(value) ? value.filter((file) => typeof file !== "string") : [];
  const pictures = files.filter(isPicture);
  return (
    <>
      <ul className="thumbnails">
        {files.map((file) => (
          <li key={file.id}>
            {isPicture(file) ? (
              <Thumbnail entry={entry} file={file} onOpen={() => setShown(pictures.indexOf(file))} />
            ) : (
              <FileLink entry={entry} file={file} />
            )}
          </li>
        ))}
      </ul>
      <Lightbox entry={entry} pictures={pictures} shown={shown} onShow={setShown} />
    </>
  );
}

interface OneFile {
  readonly entry: EntryView;
  readonly file: StoredFile;
}

const pathOf = ({ entry, file }: OneFile): string => queries.filePath(entry.register, entry.id, file.id);

function Thumbnail({ entry, file, onOpen }: OneFile & { readonly onOpen: () => void }) {
  const { words } = useWords();
  return (
    <button type="button" className="thumbnail" aria-label={words.entry.openFile(file.name)} onClick={onOpen}>
      <img src={pathOf({ entry, file })} alt="" loading="lazy" width={96} height={96} />
    </button>
  );
}

function FileLink({ entry, file }: OneFile) {
  return (
    <a className="file-link" href={pathOf({ entry, file })} download={file.name}>
      <FileIcon />
      {file.name} <span className="soft">{formatSize(file.sizeBytes)}</span>
    </a>
  );
}

/** What the camera wrote down of the picture, and what it did not. */
function takenText({ taken }: StoredFile, words: ReturnType<typeof useWords>["words"]): string {
  const { at, longitude, latitude } = taken ?? {};
  const place = longitude === undefined || latitude === undefined ? undefined : `${longitude}, ${latitude}`;
  return words.entry.taken(at?.replace("T", " "), place);
}

interface LightboxProps {
  readonly entry: EntryView;
  readonly pictures: readonly StoredFile[];
  readonly shown: number | undefined;
  readonly onShow: (at: number | undefined) => void;
}

function Lightbox({ entry, pictures, shown, onShow }: LightboxProps) {
  const { words } = useWords();
  const file = shown === undefined ? undefined : pictures[shown];
  if (file === undefined || shown === undefined) return null;
  const path = pathOf({ entry, file });
  return (
    <Modal
      open
      width="min(1200px, 96vw)"
      title={file.name}
      onCancel={() => onShow(undefined)}
      getContainer={overlays}
      footer={
        <div className="row lightbox-buttons">
          <Button disabled={shown === 0} onClick={() => onShow(shown - 1)}>
            {words.entry.previousFile}
          </Button>
          <Button disabled={shown === pictures.length - 1} onClick={() => onShow(shown + 1)}>
            {words.entry.nextFile}
          </Button>
          <a href={`${path}?download=1`} download={file.name}>
            {words.entry.download}
          </a>
        </div>
      }
    >
      <img className="lightbox" src={path} alt={file.name} />
      <p className="soft">{takenText(file, words)}</p>
    </Modal>
  );
}
