/** Somebody else changed an entry, or drew from a series, between reading and writing; nothing was written. */
export class StaleEntry extends Error {
  readonly id: string;
  constructor(id: string) {
    super(`Entry ${id} has changed`);
    this.id = id;
  }
}

/** A new entry's id is in use already, in this register or another, whoever may see it; nothing was written. */
export class IdTaken extends Error {}
