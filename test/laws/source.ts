import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseAst } from "vite";

/** One file of the repository. `path` is relative to its root. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** A place that breaks a law, in words for whoever broke it. */
export interface Breach {
  readonly path: string;
  readonly what: string;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Every text file that is, or would be, committed. */
export function repository(): readonly Source[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  return listed
    .split("\n")
    .filter((path) => path !== "" && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }))
    .filter(({ text }) => !text.includes("\0"));
}

export const isCode = ({ path }: Source): boolean => /\.tsx?$/.test(path);
export const isTest = ({ path }: Source): boolean => /\.test\.tsx?$|^test\/|^web\/support\//.test(path);

/** A node of the syntax tree, with only what the laws ask of it. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

const parsed = new Map<string, readonly Node[]>();

/** Every node of a file's syntax tree, outer before inner. */
export function nodesOf({ path, text }: Source): readonly Node[] {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const nodes: Node[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isNode(value)) {
      nodes.push(value);
      for (const child of Object.values(value)) visit(child);
    }
  };
  visit(parseAst(text, { lang: path.endsWith("x") ? "tsx" : "ts" }));
  parsed.set(text, nodes);
  return nodes;
}

/** The string that a literal or a template without holes in it says; a template's holes are left out. */
export function stringOf(node: Node): string | undefined {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type !== "TemplateLiteral" || !Array.isArray(node.quasis)) return undefined;
  return node.quasis.map(({ value }: { value: { raw: string } }) => value.raw).join(" ");
}

/** What a file imports: a path from the repository's root, or a package's name. */
export function importsOf(source: Source): readonly string[] {
  return nodesOf(source).flatMap(({ source: from }) => {
    const name = isNode(from) ? stringOf(from) : undefined;
    if (name === undefined) return [];
    return [name.startsWith(".") ? join(dirname(source.path), name) : name];
  });
}

export const lineOf = ({ text }: Source, { start }: Node): number => text.slice(0, start).split("\n").length;
