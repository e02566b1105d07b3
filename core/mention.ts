/** An entry as an answer names it to somebody who may see it. */
export interface Mention {
  readonly register: string;
  readonly id: string;
  readonly number: string;
  readonly title: string;
}
