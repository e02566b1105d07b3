import { useState } from "react";
import type { StoredFile } from "../../../core/register/field.ts";
import * as queries from "../../api/queries.ts";
import type { EntryView, FieldOf, LedgerLine } from "../../api/types.ts";
import { formatSize } from "../../ui/format.ts";
import { FileIcon } from "../../ui/icons.tsx";
import { useWords } from "../../words/language.tsx";
import { isPicture } from "../form/FilesInput.tsx";
import { useDialog } from "../use-dialog.ts";
import { PhotoDialog } from "./PhotoDialog.tsx";
import { filesOf, photosOf } from "./photos.ts";

interface FilesProps {
  readonly entry: EntryView;
  readonly field: Pick<FieldOf<"files">, "name" | "words">;
  readonly lines: readonly LedgerLine[];
}

/** The files of one field: pictures as thumbnails that open large, everything else by its name. */
export function Files({ entry, field, lines }: FilesProps) {
  const { say } = useWords();
  const own = useDialog();
  const [at, setAt] = useState(0);
  const value = entry.values[field.name];
  const photos = photosOf(value, field.name, lines);
  const open = (file: StoredFile) => {
    setAt(photos.findIndex((photo) => photo.file === file));
    own.setOpen(true);
  };
  return (
    <>
      <ul className="thumbnails">
        {filesOf(value).map((file) => (
          <li key={file.id}>
            {isPicture(file) ? (
              <Thumbnail entry={entry} file={file} onOpen={() => open(file)} />
            ) : (
              <FileLink entry={entry} file={file} />
            )}
          </li>
        ))}
      </ul>
      {photos.length > 0 && (
        <PhotoDialog
          own={own}
          entry={entry}
          plates={photos.map((photo) => [{ side: say(field.words), photo }])}
          first={at}
        />
      )}
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
