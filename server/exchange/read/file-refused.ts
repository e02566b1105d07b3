import type { exchangeFileRefusals } from "../../../core/refusals/exchange-file.ts";

export type FileRefusalCode = keyof typeof exchangeFileRefusals;

/** A file of rows that cannot be taken; the refusal says what to do instead. */
export class FileRefused extends Error {
  readonly refusal: { readonly code: FileRefusalCode };
  constructor(code: FileRefusalCode) {
    super(code);
    this.refusal = { code };
  }
}
