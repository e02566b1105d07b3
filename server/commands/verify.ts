import { readFile } from "node:fs/promises";
import type { LineBody } from "../../core/ledger/line.ts";
import { readVerifierKey, type VerifierKey, verifierKeyText } from "../../core/ledger/note.ts";
import { type Proven, verifyProof } from "../../core/ledger/proof.ts";
import { witnessesAmong } from "../../core/ledger/witness.ts";
import { type ProofFile, proofFile } from "../proof-shape.ts";
import { checkSignature, sha256 } from "../signing.ts";
import { bytesDigestOf, digestOf } from "../store/digests.ts";
import { StartProblem } from "../store/start-problem.ts";
import { type Command, readFlags } from "./command.ts";
import { verifyInstallation } from "./verify-installation.ts";

/**
 * Checks an installation against its own ledger, also while the product runs on it; or, with the file of a proof, what that file
 * says of one entry, without any database or network.
 */
export const verify: Command = {
  takes: "[PROOF.json] [--key KEY] [--witness KEY] [--least N] [--checkpoint FILE] [--no-files] [--json]",
  words: {
    zh: "核验全过程记录，并与另处保存的检查点核对；或离线核验一份存证文件（KEY 为另行取得的公钥，N 为至少需要的见证方数）",
    en: "check the whole ledger, also against checkpoints kept elsewhere; or offline the file of one proof, by a public KEY that you were given another way, with at least N of the witnesses named",
  },
  async run(given) {
    const { values, positionals } = readFlags(given, flags, 1);
    const [file] = positionals;
    const keys = values.key ?? [];
    if (file !== undefined) {
      const witnesses = (values.witness ?? []).map(keyOf);
      return verifyFile(file, keys, witnesses, leastOf(values.least, witnesses.length));
    }
    return verifyInstallation({
      keys: keys.map(keyOf),
      checkpoints: values.checkpoint ?? [],
      files: values["no-files"] !== true,
      json: values.json === true,
    });
  },
};

const flags = {
  key: { type: "string", multiple: true },
  witness: { type: "string", multiple: true },
  least: { type: "string" },
  checkpoint: { type: "string", multiple: true },
  "no-files": { type: "boolean" },
  json: { type: "boolean" },
} as const;

/** How many witnesses are demanded: all that are named, unless fewer. Throws a StartProblem on more, and on what is no number. */
function leastOf(text: string | undefined, named: number): number {
  const least = text === undefined ? named : /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  if (least <= named) return least;
  throw new StartProblem("bad-least", {
    zh: `--least 须为数字，且不多于 --witness 指定的 ${named} 个见证方`,
    en: `--least is to be a number, of at most the ${named} witnesses that --witness names`,
  });
}

async function verifyFile(
  file: string,
  given: readonly string[],
  witnesses: readonly VerifierKey[],
  least: number,
): Promise<number> {
  const proof = await readProof(file);
  const keys = (given.length > 0 ? given : proof.keys).map(keyOf);
  const checks = {
    digest: digestOf(proof.hash),
    bytesDigest: bytesDigestOf(proof.hash),
    sha256,
    checkSignature,
  };
  const found = verifyProof(proof, [...keys, ...witnesses], checks);
  if ("fault" in found) {
    process.stdout.write(`${found.fault} ${proof.register} ${proof.entry} ${found.version}\n`);
    process.stdout.write("存证核验不通过 · The proof does not hold\n");
    return 1;
  }
  const witnessed = witnessesAmong(found.signers, witnesses).length;
  if (witnessed < least) {
    process.stdout.write(
      `见证不足：要求 ${least} 个，实有 ${witnessed} 个 · Too few witnesses: ${least} demanded, ${witnessed} found\n`,
    );
    return 1;
  }
  tell(proof, found, given.length > 0);
  return 0;
}

/** Reads the file of a proof, also as the API answered it. Throws a StartProblem for whatever is none. */
async function readProof(file: string): Promise<ProofFile> {
  try {
    const json: unknown = JSON.parse(await readFile(file, "utf8"));
    const answered = typeof json === "object" && json !== null && "proof" in json ? json.proof : json;
    return proofFile.parse(answered);
  } catch (error) {
    const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    throw new StartProblem("no-proof", {
      zh: `不是存证文件，或内容已残缺：${file}（${why}）`,
      en: `Not the file of a proof, or no longer whole: ${file} (${why})`,
    });
  }
}

/** A public key as it is published. Throws a StartProblem on anything else. */
export function keyOf(text: string): VerifierKey {
  const key = readVerifierKey(text, sha256);
  if (key !== undefined) return key;
  throw new StartProblem("bad-key", { zh: `不是公钥：${text}`, en: `Not a public key: ${text}` });
}

/** What a line says, field by field: words that were sealed as they were entered, or that they were erased since. */
function saidBy({ values }: ProofFile, { version, changes, reason }: LineBody): readonly [string, string][] {
  const said = Object.entries({ ...changes, ...(reason === undefined ? {} : { reason }) });
  return said.map(([field, value]) => {
    if (!isCommitment(value)) return [field, JSON.stringify(value)];
    const opened = values.find((one) => one.version === version && one.field === field);
    return [field, opened === undefined ? "（已删除 · erased）" : JSON.stringify(opened.value)];
  });
}

const isCommitment = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).join() === "commitment";

/** Nobody vouches for the signature where the key came with the file: then that is the last word, and not that the proof holds. */
function tell(proof: ProofFile, { lines, checkpoint, signers }: Proven, vouched: boolean): void {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  for (const line of lines) {
    const { version, at, day, act, state, actor, role } = line;
    say(`${version}  ${at}  ${day}  ${act} → ${state}  ${role} ${actor}`);
    for (const [field, value] of saidBy(proof, line)) say(`    ${field}: ${value}`);
  }
  say(`${checkpoint.origin} ${checkpoint.size} ${Buffer.from(checkpoint.root).toString("base64")}`);
  for (const { key, seconds } of signers) {
    const when = seconds === undefined ? "" : `  ${new Date(seconds * 1_000).toISOString()}`;
    say(`签名 · signed by ${verifierKeyText(key, sha256)}${when}`);
  }
  const what = `${proof.register} ${proof.entry}，${lines.length} 条记录`;
  if (vouched) say(`存证核验通过：${what} · The proof holds`);
  else
    say(
      `内容完整一致，但签名公钥取自文件本身，尚未核对：${what}。请与另行取得的公钥核对，或用 --key 指定 · Whole and consistent, but the keys were taken from the file itself: compare them with those that you were given another way, or name one with --key`,
    );
}
