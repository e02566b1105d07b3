import { registers } from "../../core/registers/index.ts";
import {
  type Breach,
  importsOf,
  isCode,
  isNode,
  isTest,
  lineOf,
  type Node,
  nodesOf,
  type Source,
  stringOf,
} from "./source.ts";

/** What DESIGN demands of the code as a whole: everything in these files that breaks it. */
export type Law = (sources: readonly Source[]) => readonly Breach[];

const eachCode =
  (applies: (source: Source) => boolean, find: (source: Source) => readonly string[]): Law =>
  (sources) =>
    sources
      .filter((source) => isCode(source) && applies(source))
      .flatMap((source) => find(source).map((what) => ({ path: source.path, what })));

const eachText =
  (applies: (source: Source) => boolean, pattern: RegExp): Law =>
  (sources) =>
    sources
      .filter(applies)
      .flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([what]) => ({ path, what })));

const within = (folder: string) => (source: Source) => source.path.startsWith(folder) && !isTest(source);
const product = (source: Source) => /^(core|server|web)\//.test(source.path) && !isTest(source);

const strangersIn = (source: Source, allowed: (imported: string) => boolean): readonly string[] =>
  importsOf(source).filter((imported) => !allowed(imported));

/** Libraries that core may use: pure, without dependencies, and each with its reason in docs/decisions. */
const pureLibraries: ReadonlySet<string> = new Set(["@scure/base", "gcoord"]);

export const coreImportsCoreOnly: Law = eachCode(within("core/"), (source) =>
  strangersIn(source, (imported) => imported.startsWith("core/") || pureLibraries.has(imported)),
);

/** The time and the drawn numbers are handed to the core: the same question has the same answer for ever. */
export const coreAsksNeitherClockNorChance: Law = eachCode(within("core/"), (source) =>
  nodesOf(source).flatMap((node) => {
    const text = source.text.slice(node.start, node.end);
    const asksNow = node.type === "NewExpression" && /^new Date(\(\s*\))?$/.test(text);
    const asks = node.type === "MemberExpression" && /^(Date\.now|Math\.random)$/.test(text);
    return asksNow || asks ? [`${text} in line ${lineOf(source, node)}`] : [];
  }),
);

export const webAndServerMeetOverHttpOnly: Law = eachCode(product, (source) => {
  const [home] = source.path.split("/");
  const foreign = ["web", "server", "test"].filter((folder) => folder !== home);
  return strangersIn(source, (imported) => !foreign.some((folder) => imported.startsWith(`${folder}/`)));
});

const sql =
  /^\s*(select\s|insert\s+into\s|update\s+\S+\s+set\s|delete\s+from\s|with\s+(recursive\s+)?\w+\s+as\s*\(|(create|alter|drop|truncate|lock)\s+(table|index|role|schema|view|policy)\s|copy\s+\w+\s+(from|to)\s|(grant|revoke)\s+\w+.*\s(to|from)\s|set\s+(local|role)\s)/i;

export const sqlStandsInTheStore: Law = eachCode(
  (source) => product(source) && !source.path.startsWith("server/store/"),
  (source) =>
    stringsIn(source)
      .filter(({ text }) => sql.test(text))
      .map(({ text }) => text.slice(0, 60)),
);

export const theLedgerGrowsInCommit: Law = eachCode(
  (source) => product(source) && source.path !== "server/store/commit.ts",
  (source) =>
    stringsIn(source)
      .filter(({ text }) => /(insert\s+into|copy)\s+(public\.)?"?ledger\b/i.test(text))
      .map(({ text }) => text.slice(0, 60)),
);

function stringsIn(source: Source): readonly { readonly node: Node; readonly text: string }[] {
  return nodesOf(source).flatMap((node) => {
    const text = stringOf(node);
    return text === undefined ? [] : [{ node, text }];
  });
}

/** `recalculate` is the engine's own act, the same in every register. */
const lifecycleWords: ReadonlySet<string> = new Set(
  registers
    .flatMap(({ states, acts }) => [...Object.keys(states), ...Object.keys(acts)])
    .filter((name) => name !== "recalculate"),
);

/** Only the registers' own declarations know one state or act from another; the engine, routes and pages ask. */
export const lifecyclesAreComparedInRegisters: Law = eachCode(
  (source) => product(source) && !source.path.startsWith("core/registers/"),
  (source) =>
    nodesOf(source)
      .flatMap(({ type, operator, left, right, test, callee }): readonly unknown[] => {
        if (type === "SwitchCase") return [test];
        if (type === "CallExpression") return membersAsked(callee);
        return type === "BinaryExpression" && /^[!=]==?$/.test(String(operator)) ? [left, right] : [];
      })
      .flatMap((side) => (isLiteral(side) && lifecycleWords.has(side.value) ? [side.value] : [])),
);

/** What stands in a list that is asked whether it includes something. */
function membersAsked(callee: unknown): readonly unknown[] {
  if (!isNode(callee) || !isNode(callee.object) || !isNode(callee.property)) return [];
  const { elements } = callee.object;
  return callee.property.name === "includes" && Array.isArray(elements) ? elements : [];
}

const isLiteral = (node: unknown): node is { readonly value: string } =>
  typeof node === "object" && node !== null && "value" in node && typeof node.value === "string";

/** Each cycle of imports once, from its first file on. */
export const noImportCycles: Law = (sources) => {
  const code = new Map(sources.filter(isCode).map((source) => [source.path, source]));
  const done = new Set<string>();
  const breaches: Breach[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path);
    if (at >= 0) breaches.push({ path, what: [...way.slice(at), path].join(" → ") });
    const source = code.get(path);
    if (at >= 0 || source === undefined || done.has(path)) return;
    for (const imported of importsOf(source)) visit(imported, [...way, path]);
    done.add(path);
  };
  for (const path of code.keys()) visit(path, []);
  return breaches;
};

export const nothingIsExportedWholesale: Law = eachCode(
  () => true,
  (source) => nodesOf(source).flatMap(({ type }) => (type === "ExportAllDeclaration" ? ["export *"] : [])),
);

/** Pages are loaded lazily by name of file; a test runner and a bundler ask for a default export of their settings; a library has what it has. */
const maySpeakByDefault = ({ path }: Source) =>
  /^web\/\w+\/pages\/|\.config\.ts$|\.d\.ts$|^test\/support\/server\.ts$/.test(path);

export const onlyPagesExportByDefault: Law = eachCode(
  (source) => !maySpeakByDefault(source),
  (source) =>
    nodesOf(source).flatMap(({ type, exported }) => {
      const named = type === "ExportSpecifier" && isNode(exported) && exported.name === "default";
      return type === "ExportDefaultDeclaration" || named ? ["export default"] : [];
    }),
);

export const nothingIsAny: Law = eachCode(
  () => true,
  (source) =>
    nodesOf(source).flatMap((node) =>
      node.type === "TSAnyKeyword" ? [`any in line ${lineOf(source, node)}`] : [],
    ),
);

export const longestFile = 400;
export const longestFunction = 60;

/** Dictionaries are data. */
const isData = ({ path }: Source) => /^web\/words\//.test(path);

export const filesStayShort: Law = eachCode(
  (source) => !isData(source),
  ({ text }) => {
    const lines = text.trimEnd().split("\n").length;
    return lines > longestFile ? [`${lines} lines`] : [];
  },
);

export const functionsStayShort: Law = eachCode(product, (source) =>
  nodesOf(source).flatMap((node) => {
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) return [];
    const lines = source.text.slice(node.start, node.end).split("\n").length;
    return lines > longestFunction ? [`line ${lineOf(source, node)}: a function of ${lines} lines`] : [];
  }),
);

/** A year by itself; not in the name of a format, nor in the number by which a document is cited beside the rule it asks for. */
const year = /(?<![\w.〔]|draft-)20[2-9]\d(?!\w|〕| No\. )/;

/** Regions, sectors, organisations and years are data: none of these names may stand in code, alone or within a longer text. */
export const placesAndYearsAreData = (names: ReadonlySet<string>): Law => {
  const place = new RegExp(`(?<!\\w)(?:${[...names].map(literally).join("|")})(?!\\w)`);
  return eachCode(
    (source) => product(source) && !isData(source),
    (source) =>
      textsOf(source)
        .filter((text) => year.test(text) || place.test(text))
        .map((text) => text.slice(0, 60)),
  );
};

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Strings, pieces of templates, numbers, patterns, and the words between tags: all that a program can say. */
const textsOf = (source: Source): readonly string[] =>
  nodesOf(source).flatMap((node) => {
    if (node.type === "JSXText") return [String(node.value)];
    if (node.type === "TemplateElement" || node.type === "Literal")
      return [source.text.slice(node.start, node.end)];
    return [];
  });

const written = ({ path }: Source) =>
  /\.(tsx?|sql|css|html|md|yml|sh)$|^\.ci\//.test(path) && !path.startsWith("test/laws/");

export const noLeftoverMarkers: Law = eachText(written, /\b(TODO|FIXME|XXX|HACK)\b.*/g);

/** Pages are looked at on a desk of 1440 pixels; a larger screen gets more room and no other style, so that it need not be surveyed again. */
export const noStyleBeginsAboveADesk: Law = eachText(
  ({ path }) => path.startsWith("web/"),
  /(?:min|max)-width: (?:14[4-9]\d|1[5-9]\d\d|[2-9]\d{3,})px\)/g,
);

/** The project speaks of itself only: no path of a machine on which it was written, no host of a package registry. */
export const nothingOfTheMachine: Law = eachText(
  (source) => !source.path.startsWith("test/laws/"),
  /(?<![\w.])\/(work|root|home\/\w+)\/[\w.]+\/[\w.]+|registry\.npm\w*\.\w+|deb\.debian\.org|npmmirror\.com/g,
);
