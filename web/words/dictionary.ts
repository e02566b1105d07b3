import type { zh } from "./zh.ts";

/** The shape of the Chinese dictionary, of any words: what another language must fill completely. */
type Shape<T> = T extends string
  ? string
  : T extends (...given: infer G) => string
    ? (...given: G) => string
    : { readonly [K in keyof T]: Shape<T[K]> };

export type Dictionary = Shape<typeof zh>;
