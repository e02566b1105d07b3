import { type FileStore, openFileStore } from "../../store/files.ts";

/** Where files of rows lie until they are brought in, and the bell that calls for work on them. */
export interface ImportDesk {
  readonly files: FileStore;
  /** Tells that an import waits for work; it is heard at once where nothing else is being worked on. */
  ring(): void;
  /** Calls `heard` at each ring. */
  onRing(heard: () => void): void;
}

export function openImportDesk(folder: string): ImportDesk {
  let listener: () => void = () => undefined;
  return {
    files: openFileStore(folder),
    ring: () => listener(),
    onRing: (heard) => {
      listener = heard;
    },
  };
}
