/** What a person reads, in the two languages that every screen, message and document has. Chinese is the first. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Words;
