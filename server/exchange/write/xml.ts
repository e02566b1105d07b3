const marks: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

// Most texts have none of these, and one look is cheaper than several replacements.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML cannot hold.
const unfit = /[&<>"\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]|_x[0-9A-Fa-f]{4}_/;
const each =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML cannot hold.
  /[&<>"]|[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9A-Fa-f]{4}_)/g;

/**
 * A text as a workbook's XML holds it. What XML cannot hold is written `_xHHHH_` (ECMA-376 part 1, 22.9.2.19), and a text that looks
 * like that already is told apart by its underscore being written so; half of a pair of surrogates is no character.
 */
export function xmlText(text: string): string {
  if (!unfit.test(text)) return text;
  return text.replace(each, (sign) => {
    const mark = marks[sign];
    if (mark !== undefined) return mark;
    const code = sign.charCodeAt(0);
    return code >= 0xd8_00 && code <= 0xdf_ff ? "\ufffd" : `_x${code.toString(16).padStart(4, "0")}_`;
  });
}
