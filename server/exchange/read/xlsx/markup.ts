import type { Readable } from "node:stream";
import { Parser } from "htmlparser2";
import { FileRefused } from "../file-refused.ts";

/** What is done at the pieces of a part: names without their prefix, as some programs write one before each. */
export interface Handlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/**
 * A parser of a workbook's markup. A document type is refused: workbooks have none, and what it may declare is a trap. `end` tells
 * whether every element was closed: of a part that is cut off the parser closes what is open by itself.
 */
function markupParser({ open, text, close }: Handlers): { write(markup: string): void; end(): boolean } {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        open?.(local(name), attributes);
      },
      ontext: text ?? (() => undefined),
      onclosetag(name) {
        depth -= 1;
        close?.(local(name));
      },
      onprocessinginstruction(name) {
        if (name.toLowerCase() === "!doctype") throw new FileRefused("file-broken");
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  const end = (): boolean => {
    const whole = depth === 0;
    parser.end();
    return whole;
  };
  return { write: (markup) => parser.write(markup), end };
}

/** Reads a small part. */
export function parseText(markup: string, handlers: Handlers): void {
  const parser = markupParser(handlers);
  parser.write(markup);
  if (!parser.end()) throw new FileRefused("file-broken");
}

/** Reads a part as it is unpacked; after each piece `between` may hand on what was found. Throws FileRefused where it is cut off. */
export async function* parseStream<T>(
  source: Readable,
  handlers: Handlers,
  between: () => readonly T[],
): AsyncGenerator<T> {
  const parser = markupParser(handlers);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let whole = false;
  try {
    for await (const chunk of source) {
      parser.write(decoder.decode(chunk, { stream: true }));
      yield* between();
    }
    parser.write(decoder.decode());
    whole = parser.end();
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused("file-broken");
  }
  if (!whole) throw new FileRefused("file-broken");
  yield* between();
}
