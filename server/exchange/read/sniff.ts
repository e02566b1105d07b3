import { open } from "node:fs/promises";

export type FileKind = "zip" | "compound" | "markup" | "text" | "other";

const headBytes = 4_096;
const zip = Buffer.from([0x50, 0x4b]);
/** The compound files of older office programs, in which locked workbooks are kept as well. */
const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const markup = /^\s*(?:<!doctype html|<html|<table|<meta|<\?xml)/i;

/** How texts begin that are no table: printed pages, letters, mail. */
const otherText = /^\s*(?:%PDF-|\{\\rtf|MIME-Version:)/i;

/** What a file is by what it holds; its name says nothing. */
export async function sniff(path: string): Promise<FileKind> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return kindOf(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

function kindOf(head: Buffer): FileKind {
  if (head.subarray(0, 2).equals(zip)) return "zip";
  if (head.subarray(0, 8).equals(compound)) return "compound";
  const isWide =
    head.subarray(0, 2).equals(Buffer.from([0xff, 0xfe])) ||
    head.subarray(0, 2).equals(Buffer.from([0xfe, 0xff]));
  if (isWide) return "text";
  if (head.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte))) return "other";
  const text = head.toString("latin1").replace(/^\u00ef\u00bb\u00bf/, "");
  if (otherText.test(text)) return "other";
  return markup.test(text) ? "markup" : "text";
}
