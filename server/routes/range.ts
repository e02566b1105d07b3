/** Bytes of a file, both ends included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The part of a file of so many bytes that a `Range` header asks for (RFC 9110, 14.2): `outside` where the file has none of it, and
 * undefined, which means the whole file, for what is no single range of bytes.
 */
export function rangeOf(header: string | undefined, sizeBytes: number): ByteRange | "outside" | undefined {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "") ?? [];
  if (from === "" && to === "") return undefined;
  const first = from === "" ? Math.max(0, sizeBytes - Number(to)) : Number(from);
  const last = from === "" || to === "" ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
  if (from !== "" && to !== "" && Number(to) < Number(from)) return undefined;
  if (from === "" && Number(to) === 0) return "outside";
  return first >= sizeBytes ? "outside" : { first, last };
}
