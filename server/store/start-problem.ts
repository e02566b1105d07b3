import type { Words } from "../../core/words.ts";

/** Why the product cannot start, in words for whoever operates it. Everything else that goes wrong at start is our own fault. */
export class StartProblem extends Error {
  readonly code: string;
  readonly words: Words;

  constructor(code: string, words: Words) {
    super(`${words.zh}\n${words.en}`);
    this.name = "StartProblem";
    this.code = code;
    this.words = words;
  }
}
