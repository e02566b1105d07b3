import { z } from "zod";
import type { Answer, Client } from "./client.ts";

/** The smallest whole PNG: one grey point. `text` makes it another file. */
export function png(text = ""): Buffer {
  const whole = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
    "base64",
  );
  return Buffer.concat([whole, Buffer.from(text)]);
}

export const pdf = (): Buffer => Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

export const upload = (
  client: Client,
  name: string,
  bytes: Buffer,
  type = "application/octet-stream",
): Promise<Answer> =>
  client.raw({
    method: "POST",
    url: "/api/files",
    headers: { "content-type": type, "x-file-name": encodeURIComponent(name) },
    payload: bytes,
  });

const uploaded = z.object({
  file: z.object({
    id: z.string(),
    name: z.string(),
    type: z.string(),
    sizeBytes: z.number(),
    hash: z.string(),
  }),
});

/** The file that a good answer carries. */
export const fileIn = ({ body }: Answer) => uploaded.parse(body).file;
