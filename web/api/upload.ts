import type { StoredFile } from "../../core/register/field.ts";
import { storedLanguage } from "../words/stored-language.ts";
import { noAnswer, ProblemError } from "./problem.ts";

/** Sends one file, telling how much of it has gone, in per cent. `fetch` cannot tell that. */
export function upload(
  file: File,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/files");
    request.setRequestHeader("accept-language", storedLanguage());
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name));
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress(total === 0 ? 0 : Math.floor((loaded / total) * 100)),
    );
    request.addEventListener("error", () => reject(noAnswer()));
    request.addEventListener("abort", () => reject(noAnswer()));
    request.addEventListener("load", () => {
      const answer = parsed(request.responseText);
      if (request.status === 201) resolve(answer.file);
      else reject(answer.code === undefined ? noAnswer() : new ProblemError(answer));
    });
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function parsed(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
