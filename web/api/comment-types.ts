import type { Audience } from "../../core/register/comment.ts";
import type { Words } from "../../core/words.ts";
import type { Label } from "./types.ts";

/** What the API answers of comments and looks, as far as the console reads it. */

export interface PersonNamed {
  readonly id: string;
  readonly name: string;
}

interface PostNamed {
  readonly role: string;
  readonly roleWords: Words;
  readonly organisation: Label;
}

export interface CommentView extends PostNamed {
  readonly version: number;
  readonly at: string;
  readonly actor: PersonNamed;
  readonly audience: Audience;
  /** Null once it has been erased. */
  readonly text: string | null;
  readonly mentions: readonly PersonNamed[];
}

export interface CommentPage {
  readonly comments: readonly CommentView[];
  readonly next: number | null;
}

/** Somebody whom a comment may name, in the posts in which they would read it. */
export interface Mentionable extends PersonNamed {
  readonly posts: readonly PostNamed[];
}

/** Up to which version a post knows an entry, and since when. */
export interface Look {
  readonly version: number;
  readonly at: string;
}
