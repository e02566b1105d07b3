import type { PersonNamed } from "../../api/comment-types.ts";

/** A name that is being typed: where its @ stands, and what follows it. */
export interface BegunMention {
  readonly from: number;
  readonly name: string;
}

// As long as names are. Chinese needs no space before an @; where a Latin letter stands there, it is an address.
const begun = /(?<![A-Za-z0-9._-])@([^\s@，。；：、,.;:]{0,12})$/u;

/** The name that is being typed where the caret stands. */
export function begunMention(text: string, caret: number): BegunMention | undefined {
  const name = begun.exec(text.slice(0, caret))?.[1];
  return name === undefined ? undefined : { from: caret - name.length - 1, name };
}

/** The text with a person named where the name was begun, and where the caret then stands. */
export function withMention(text: string, caret: number, { from }: BegunMention, name: string) {
  const head = `${text.slice(0, from)}@${name} `;
  return { text: `${head}${text.slice(caret).replace(/^ /, "")}`, caret: head.length };
}

/** Those who were named and still are: a name that was taken out of the text names nobody. */
export function stillNamed(text: string, people: readonly PersonNamed[]): readonly PersonNamed[] {
  return people.filter(({ name }) => text.includes(`@${name}`));
}

/** A piece of a text, and whether it names somebody. */
export interface TextPiece {
  readonly at: number;
  readonly text: string;
  readonly isName: boolean;
}

/** A comment in pieces, so that the names in it stand out. */
export function piecesOf(text: string, people: readonly PersonNamed[]): readonly TextPiece[] {
  // The longer name first: who is called 李明华 is not taken for 李明.
  const names = people.map(({ name }) => `@${name}`).sort((one, other) => other.length - one.length);
  const pieces: TextPiece[] = [];
  let plainFrom = 0;
  for (let at = 0; at < text.length; at += 1) {
    const name = names.find((known) => text.startsWith(known, at));
    if (name === undefined) continue;
    if (at > plainFrom) pieces.push({ at: plainFrom, text: text.slice(plainFrom, at), isName: false });
    pieces.push({ at, text: name, isName: true });
    plainFrom = at + name.length;
    at = plainFrom - 1;
  }
  if (plainFrom < text.length) pieces.push({ at: plainFrom, text: text.slice(plainFrom), isName: false });
  return pieces;
}
