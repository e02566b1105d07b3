import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkPack } from "../../core/pack/check-pack.ts";
import { type JsonLines, jsonLines, lineAt } from "../../core/pack/json-lines.ts";
import type { Pack } from "../../core/pack/pack.ts";
import { type PackFile, packFiles } from "../../core/pack/pack-problem.ts";
import type { Words } from "../../core/words.ts";
import { StartProblem } from "./start-problem.ts";

/** One line of the message to whoever edits the pack: a place, and what is wrong there. */
interface Finding {
  readonly place: string;
  readonly words: Words;
}

interface ReadFile {
  readonly file: PackFile;
  readonly content: unknown;
  readonly lines: JsonLines;
  readonly findings: readonly Finding[];
}

/**
 * Reads and checks a pack's folder. Throws a StartProblem `pack-invalid` that lists every problem with its file and line, so
 * that somebody who edits a pack mends it in one go.
 */
export async function readPack(folder: string): Promise<Pack> {
  const read = await Promise.all(packFiles.map((file) => readOne(folder, file)));
  const unreadable = read.flatMap(({ findings }) => findings);
  if (unreadable.length > 0) throw packInvalid(folder, unreadable);

  const checked = checkPack(new Map(read.map(({ file, content }) => [file, content])));
  if ("pack" in checked) return checked.pack;
  const linesOf = new Map(read.map(({ file, lines }) => [file, lines]));
  const findings = checked.problems.map(({ file, at, words }): Finding => {
    const line = lineAt(linesOf.get(file) ?? noLines, at);
    return { place: `${file}:${line} ${at}`, words };
  });
  throw packInvalid(folder, findings);
}

const noLines: JsonLines = { lines: new Map(), repeated: [] };

async function readOne(folder: string, file: PackFile): Promise<ReadFile> {
  const unreadable = (place: string, words: Words): ReadFile => ({
    file,
    content: undefined,
    lines: noLines,
    findings: [{ place, words }],
  });
  let bytes: Buffer;
  try {
    bytes = await readFile(join(folder, file));
  } catch (error) {
    return unreadable(file, {
      zh: `无法读取（${messageOf(error)}）`,
      en: `Cannot be read (${messageOf(error)})`,
    });
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return unreadable(file, { zh: "不是 UTF-8 编码", en: "Not UTF-8" });
  }
  const lines = jsonLines(text);
  if (lines.faultLine !== undefined) {
    return unreadable(`${file}:${lines.faultLine}`, { zh: "不是合法的 JSON", en: "Not valid JSON" });
  }
  const findings = lines.repeated.map(({ at, line }) => ({
    place: `${file}:${line} ${at}`,
    words: { zh: "同一对象中重复的名称", en: "Named twice in one object" },
  }));
  return { file, content: JSON.parse(text), lines, findings };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function packInvalid(folder: string, findings: readonly Finding[]): StartProblem {
  const listed = (language: keyof Words) =>
    findings.map(({ place, words }) => `  ${place} ${words[language]}`).join("\n");
  return new StartProblem("pack-invalid", {
    zh: `数据包 ${folder} 有 ${findings.length} 处问题：\n${listed("zh")}`,
    en: `The pack ${folder} has ${findings.length} problems:\n${listed("en")}`,
  });
}
