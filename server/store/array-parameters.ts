type Element = string | number | boolean | null | undefined;

/**
 * Columns of many rows as arrays that PostgreSQL reads. The driver puts every element in quotes and looks through it twice for what must
 * be escaped; most are ids, codes and numbers, which need neither, and that was a twentieth of what bringing in a row costs.
 */
export const arrayParameters = (columns: readonly (readonly Element[])[]): string[] => columns.map(arrayOf);

function arrayOf(column: readonly Element[]): string {
  let array = "";
  let last: Element = null;
  let told = "NULL";
  for (const element of column) {
    // Of most columns of a batch every row says the same.
    if (element !== last) [last, told] = [element, elementOf(element)];
    array += array === "" ? told : `,${told}`;
  }
  return `{${array}}`;
}

const bare = /^[0-9A-Za-z:._+-]+$/;
/** Without quotes this would be none. */
const none = /^null$/i;
const escaped = /[\\"]/g;

function elementOf(element: Element): string {
  if (element === null || element === undefined) return "NULL";
  if (typeof element !== "string") return String(element);
  if (bare.test(element) && !none.test(element)) return element;
  return `"${element.replace(escaped, "\\$&")}"`;
}
