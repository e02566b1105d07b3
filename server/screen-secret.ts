import { randomBytes } from "node:crypto";

/** By this a secret is known wherever it turns up, and kept apart from sessions and partners' tokens. */
const prefix = "zhscreen_";
const shape = new RegExp(`^${prefix}[\\w-]{43}$`);

/** The secret of a link to the big screen: the prefix and 256 bits drawn at random. */
export const drawScreenSecret = (): string => `${prefix}${randomBytes(32).toString("base64url")}`;

/** Whether a bearer token can be such a secret; only then is it worth looking for. */
export const isScreenSecret = (token: string | undefined): token is string =>
  token !== undefined && shape.test(token);
