import { readVerifierKey, verifierKeyText } from "../../core/ledger/note.ts";
import { readSubmission } from "../../core/ledger/witness.ts";
import type { Words } from "../../core/words.ts";
import { readSettings } from "../settings.ts";
import { openWitnessSigner, sha256 } from "../signing.ts";
import { newestCosignatures } from "../store/cosignatures.ts";
import { becomeCommitter, inTransaction } from "../store/database.ts";
import type { Installation } from "../store/found.ts";
import { readHandings } from "../store/handing.ts";
import { StartProblem } from "../store/start-problem.ts";
import { cosign, type StoredLog, trustLog, witnessedLogs } from "../store/witnessed.ts";
import { acceptCosigned, submissionToNewest } from "../witnesses/hand-out.ts";
import { cosignedFileOf, readShort, writeCosigned, writeSubmissionFile } from "../witnesses/over-folder.ts";
import { readWitnesses } from "../witnesses/settings.ts";
import { type Command, readFlags, say } from "./command.ts";
import { type OpenDatabase, openDatabase, requireInstallation } from "./installation.ts";

/** What a step is done on: the database, what it is, and what followed the step's name. */
interface Given {
  readonly database: OpenDatabase;
  readonly installation: Installation;
  readonly operand: string;
  readonly name: string | undefined;
  readonly from: string | undefined;
}

/** 0 where it did what it is for, 1 where it found something wrong. */
type Step = (given: Given) => Promise<number>;

/**
 * Sets witnesses up on both sides, and does by hand and file what otherwise goes over the network: for places between which there
 * is none.
 */
export const witness: Command = {
  takes: "key | list | trust KEY [--name NAME] | cosign FILE | accept FILE | write FILE [--from SIZE]",
  words: {
    zh: "互为见证：本方见证公钥、信任对方公钥、离线见证与收回见证",
    en: "be a witness and have witnesses: own key, whom to trust, cosigning by file",
  },
  async run(given) {
    const flags = { name: { type: "string" }, from: { type: "string" } } as const;
    const { values, positionals } = readFlags(given, flags, 2);
    const [asked = "", operand] = positionals;
    const step = Object.hasOwn(steps, asked) ? steps[asked] : undefined;
    if (step === undefined || (operand === undefined) === step.takesOperand) throw unknownStep();
    const database = await openDatabase(readSettings(process.env));
    try {
      const installation = await requireInstallation(database.owner);
      const { name, from } = values;
      return await step.run({ database, installation, operand: operand ?? "", name, from });
    } finally {
      await database.close();
    }
  },
};

function unknownStep(): StartProblem {
  return new StartProblem("unknown-step", {
    zh: `用法：zhiben witness ${witness.takes}`,
    en: `Use: zhiben witness ${witness.takes}`,
  });
}

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

const showKey: Step = async ({ database, installation }) => {
  const { key } = await openWitnessSigner(database.keysFolder, installation);
  tell(verifierKeyText(key, sha256));
  return 0;
};

const trust: Step = async ({ database, installation, operand, name }) => {
  const key = readVerifierKey(operand, sha256);
  if (key === undefined)
    throw new StartProblem("bad-key", { zh: `不是公钥：${operand}`, en: `Not a public key: ${operand}` });
  if (key.name === `zhiben/${installation.id}`)
    throw new StartProblem("own-key", {
      zh: "这是本系统自己的公钥：自己不能见证自己",
      en: "This is the key of this installation: nobody is a witness of their own",
    });
  const log = await trustLog(database.owner, key, name);
  if (log === undefined)
    throw new StartProblem("other-hash", {
      zh: `该系统已受信任的公钥使用另一种杂凑算法：${key.name}`,
      en: `The keys trusted for this log go with another hash: ${key.name}`,
    });
  tellLog(log);
  return 0;
};

function tellLog({ origin, name, keys, size, at }: StoredLog): void {
  tell(`${name}  ${origin}  ${size ?? "—"}  ${at?.toISOString() ?? "—"}`);
  for (const key of keys) tell(`  ${key}`);
}

const list: Step = async ({ database }) => {
  say({ zh: "本方见证的系统", en: "Logs for which this is a witness" });
  for (const log of await witnessedLogs(database.owner)) tellLog(log);
  say({ zh: "见证本系统的见证方", en: "Witnesses of this installation" });
  for (const { key, size, at } of await newestCosignatures(database.owner))
    tell(`${size}  ${at.toISOString()}  ${key}`);
  say({ zh: "检查点的递送", en: "Where checkpoints are handed" });
  for (const { recipient, doneAt, problem } of await readHandings(database.owner))
    tell(`${recipient}  ${doneAt?.toISOString() ?? "—"}  ${problem ?? "正常 · well"}`);
  return 0;
};

const cosignFile: Step = async ({ database, installation, operand }) => {
  const submission = readSubmission((await readShort(operand)) ?? "");
  const signer = await openWitnessSigner(database.keysFolder, installation);
  const cosigned = submission
    ? await inTransaction(database.owner, undefined, async (tx) => {
        await becomeCommitter(tx);
        return cosign(tx, submission, signer, new Date());
      })
    : ({ refusal: "malformed" } as const);
  if (!("refusal" in cosigned)) {
    const file = cosignedFileOf(operand);
    await writeCosigned(operand, `${cosigned.note}${cosigned.line}`);
    say({ zh: `已见证：${file}`, en: `Cosigned: ${file}` });
    return 0;
  }
  if (cosigned.refusal === "other-size") {
    const { size } = cosigned;
    say({
      zh: `本方上次见证到 ${size} 条，请对方执行 zhiben witness write FILE --from ${size}`,
      en: `This witness stands at ${size} lines: ask for zhiben witness write FILE --from ${size}`,
    });
  } else say(refusalWords[cosigned.refusal]);
  return 1;
};

const refusalWords = {
  malformed: { zh: "不是待见证的检查点文件", en: "Not the file of a checkpoint to cosign" },
  "unknown-log": { zh: "尚未信任该系统的公钥", en: "No key of that log is trusted" },
  "not-signed-by-log": { zh: "没有所信任的签名", en: "It bears no signature that is trusted" },
  "other-root": { zh: "拒绝见证：同样条数，内容不同", en: "Refused: another tree of a size cosigned before" },
  inconsistent: { zh: "拒绝见证：不是此前记录的延续", en: "Refused: no continuation of what was cosigned" },
} as const satisfies Readonly<Record<string, Words>>;

const accept: Step = async ({ database, operand }) => {
  const { witnessesFile, smtpUrl } = readSettings(process.env);
  const { witnesses } = await readWitnesses(witnessesFile, smtpUrl);
  const note = (await readShort(operand)) ?? "";
  const accepted = await acceptCosigned({ pool: database.owner }, note, witnesses);
  say(
    accepted
      ? { zh: "见证已收回", en: "The cosignature was taken in" }
      : {
          zh: "其中没有本系统检查点的、所设见证方的见证",
          en: "It holds no cosignature of a configured witness on a checkpoint of this installation",
        },
  );
  return accepted ? 0 : 1;
};

const write: Step = async ({ database, installation, operand, from = "0" }) => {
  const oldSize = /^\d{1,15}$/.test(from) ? Number(from) : Number.NaN;
  const needs = { pool: database.owner, algorithm: installation.algorithm };
  const next = Number.isNaN(oldSize) ? undefined : await submissionToNewest(needs, async () => oldSize);
  if (next === undefined) {
    say({ zh: "没有覆盖该条数的检查点", en: "There is no checkpoint over so many lines" });
    return 1;
  }
  await writeSubmissionFile(operand, next.submission);
  say({ zh: `已写出：${operand}`, en: `Written: ${operand}` });
  return 0;
};

const steps: Readonly<Record<string, { readonly takesOperand: boolean; readonly run: Step }>> = {
  key: { takesOperand: false, run: showKey },
  list: { takesOperand: false, run: list },
  trust: { takesOperand: true, run: trust },
  cosign: { takesOperand: true, run: cosignFile },
  accept: { takesOperand: true, run: accept },
  write: { takesOperand: true, run: write },
};
