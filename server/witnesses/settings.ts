import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { z } from "zod";
import { isCosignature, readVerifierKey, type VerifierKey } from "../../core/ledger/note.ts";
import { sha256 } from "../signing.ts";
import { StartProblem } from "../store/start-problem.ts";

/** A witness outside, and the way to it: over HTTP, by a folder that somebody carries, or by hand where neither is set. */
export interface Witness {
  readonly name: string;
  readonly key: VerifierKey;
  /** C2SP tlog-witness: the prefix before `/add-checkpoint`. */
  readonly url?: string | undefined;
  readonly folder?: string | undefined;
}

export interface Mail {
  readonly smtpUrl: string;
  readonly from: string;
  readonly to: readonly string[];
}

/** To whom checkpoints are handed. */
export interface Witnesses {
  readonly everyMinutes: number;
  readonly witnesses: readonly Witness[];
  readonly mail: Mail | undefined;
}

export const noWitnesses: Witnesses = { everyMinutes: 10, witnesses: [], mail: undefined };

const witnessKey = z.string().transform((text, context): VerifierKey => {
  const key = readVerifierKey(text, sha256);
  if (key !== undefined && isCosignature(key.kind)) return key;
  context.addIssue({ code: "custom", message: "不是见证方公钥 · not the key of a witness" });
  return z.NEVER;
});

const shape = z.strictObject({
  everyMinutes: z.int().min(1).max(1_440).default(noWitnesses.everyMinutes),
  witnesses: z
    .array(
      z
        .strictObject({
          name: z.string().trim().min(1).max(100),
          key: witnessKey,
          url: z.url({ protocol: /^https?$/ }).optional(),
          folder: z.string().min(1).optional(),
        })
        .refine(({ url, folder }) => url === undefined || folder === undefined, {
          message: "url 与 folder 只能有一个 · either url or folder",
        }),
    )
    .max(16)
    .default([]),
  mail: z.strictObject({ from: z.email(), to: z.array(z.email()).min(1).max(16) }).optional(),
});

/**
 * Reads the file that `ZHIBEN_WITNESSES` names; folders in it are named from where it lies. Throws a StartProblem that names each
 * place in it that cannot be used.
 */
export async function readWitnesses(
  file: string | undefined,
  smtpUrl: string | undefined,
): Promise<Witnesses> {
  if (file === undefined) return noWitnesses;
  const read = shape.safeParse(await readJson(file));
  if (!read.success)
    throw unusable(
      file,
      read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`),
    );
  const { everyMinutes, witnesses, mail } = read.data;
  const keys = witnesses.map(({ key }) => Buffer.from(key.publicKey).toString("hex"));
  // One that stands twice would count as two to whoever counts lines.
  if (new Set(keys).size < keys.length) throw unusable(file, ["witnesses: 公钥重复 · the same key twice"]);
  if (mail !== undefined && !/^smtps?:\/\//.test(smtpUrl ?? ""))
    throw unusable(file, ["mail: 未设置 SMTP_URL · SMTP_URL is not set"]);
  return {
    everyMinutes,
    witnesses: witnesses.map(({ folder, ...witness }) => ({
      ...witness,
      folder: folder && resolve(dirname(file), folder),
    })),
    mail: mail && { ...mail, smtpUrl: smtpUrl ?? "" },
  };
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    throw unusable(file, [error instanceof Error ? error.message : String(error)]);
  }
}

function unusable(file: string, problems: readonly string[]): StartProblem {
  const list = problems.join("; ");
  return new StartProblem("bad-witnesses", {
    zh: `见证方设置无法使用：${file}（${list}）`,
    en: `The settings of witnesses cannot be used: ${file} (${list})`,
  });
}
