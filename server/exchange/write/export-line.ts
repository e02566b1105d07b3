import { limits } from "../../../core/limits.ts";
import { type ExportFiles, openExportFiles } from "./export-files.ts";

/** Where exports are made in the background: their files, and a bell that says that one more waits. */
export interface ExportLine {
  readonly files: ExportFiles;
  /** A place among the lists that are sent at once, until it is given back; undefined where all are taken. */
  takePlace(): (() => void) | undefined;
  wake(): void;
  onWake(listen: () => void): void;
}

export function openExportLine(folder: string): ExportLine {
  let taken = 0;
  let listener: () => void = () => undefined;
  return {
    files: openExportFiles(folder),
    takePlace() {
      if (taken >= limits.exportsAtOnce) return undefined;
      taken += 1;
      let held = true;
      return () => {
        if (held) taken -= 1;
        held = false;
      };
    },
    wake: () => listener(),
    onWake: (listen) => {
      listener = listen;
    },
  };
}
