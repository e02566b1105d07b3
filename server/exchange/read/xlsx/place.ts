/** The zero-based column and the row of a reference such as `AB12`; column -1 and row 0 where it names none. */
export function placeOf(reference: string): { readonly column: number; readonly row: number } {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return { column: column - 1, row: Number(reference.slice(at)) || 0 };
}
