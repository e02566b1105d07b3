import { auditEvents, factWords, isAuditEvent, signInFailures } from "../../core/ledger/audit.ts";
import { auditSentence } from "../../core/ledger/audit-sentence.ts";
import type { Json } from "../../core/ledger/canonical.ts";
import { deviceWords } from "../../core/ledger/device.ts";
import { sessionEnds } from "../../core/ledger/session-ends.ts";
import { actNamed, type Register } from "../../core/register/register.ts";
import { registerNamed } from "../../core/registers/index.ts";
import { isRole, roles } from "../../core/scope/roles.ts";
import { codeFailures } from "../../core/sign-in/code.ts";
import { signInStepWords } from "../../core/sign-in/next-step.ts";
import { signInWays } from "../../core/sign-in/sign-on.ts";
import type { Words } from "../../core/words.ts";
import type { FoundLine } from "../store/audit-search.ts";
import type { Campaign } from "../store/campaign.ts";
import { becomeReader, type Transaction } from "../store/database.ts";
import { titlesOf } from "../store/titles.ts";

const plain = (text: string): Words => ({ zh: text, en: text });

export interface AuditLineView {
  readonly entry: string;
  readonly version: number;
  readonly at: string;
  readonly event: string;
  readonly eventWords: Words;
  /** What happened, in a sentence. */
  readonly says: Words;
  /** Who did it, or whose account it was tried with; null where that is nobody, and where the product did it by itself. */
  readonly person: { readonly name: string; readonly username: string } | null;
  readonly roleWords: Words;
  readonly organisation: Words | null;
  /** Null where no request asked for it. */
  readonly address: string | null;
  readonly device: Words | null;
  readonly facts: readonly { readonly name: string; readonly words: Words; readonly value: Words }[];
  readonly hash: string;
}

/**
 * Lines of the audit log in words. The auditor's role knows no organisation but by its id, so the transaction steps back to the one
 * that serves requests, which knows what each is called.
 */
export async function viewAuditLines(
  tx: Transaction,
  { organisations }: Campaign,
  lines: readonly FoundLine[],
): Promise<readonly AuditLineView[]> {
  const ids = [...new Set(lines.map(({ body }) => body.organisation))];
  await becomeReader(tx);
  const titles = await titlesOf(
    tx,
    ids.filter((id) => !organisations.has(id)),
  );
  const named = (id: string): Words | undefined => {
    const title = titles.get(id);
    return organisations.get(id)?.name ?? (title === undefined ? undefined : plain(title));
  };
  return lines.map((line) => viewLine(line, named));
}

function viewLine(
  { body, hash, facts, person }: FoundLine,
  named: (organisation: string) => Words | undefined,
): AuditLineView {
  const { entry, version, at, act: event, role, organisation } = body;
  const { address, device, ...own } = facts;
  const said = Object.entries(own).map(([name, value]): [string, Words] => [
    name,
    valueWords(name, value, own),
  ]);
  return {
    entry,
    version,
    at,
    event,
    eventWords: isAuditEvent(event) ? auditEvents[event].words : plain(event),
    says: auditSentence(event, Object.fromEntries(said)),
    person: person ?? null,
    roleWords: isRole(role) ? roles[role].words : plain(role),
    organisation: named(organisation) ?? null,
    address: typeof address === "string" ? address : null,
    device: typeof device === "string" ? deviceWords(device) : null,
    facts: said.map(([name, value]) => ({ name, words: factWords(event, name) ?? plain(name), value })),
    hash,
  };
}

const causes: Readonly<Record<string, Words>> = {
  ...signInFailures,
  ...codeFailures,
  ...sessionEnds,
};
const choices: Readonly<Record<string, Words>> = {
  all: { zh: "全部行", en: "All rows" },
  good: { zh: "只导入正确的行", en: "The good rows only" },
};

/** What somebody confirms that concerns no register. */
const ownActs: Readonly<Record<string, Words | undefined>> = {
  setSecondFactor: { zh: "设置第二重验证", en: "Set up the second factor" },
  bindSignOn: { zh: "绑定统一身份认证", en: "Bind the account to single sign-on" },
};

const fieldsWords = (names: string, register: Register | undefined): Words => {
  const fields = names.split(",").map((name) => register?.allFields[name]?.words ?? plain(name));
  return { zh: fields.map(({ zh }) => zh).join("、"), en: fields.map(({ en }) => en).join(", ") };
};

/** Facts that have words of their own, and how each is said; undefined for a value that nobody knows, or knows any more. */
const saidBy: Readonly<Record<string, (text: string, register: Register | undefined) => Words | undefined>> =
  {
    register: (_, register) => register?.words,
    of: (act, register) => (register === undefined ? ownActs[act] : actNamed(register, act)?.words),
    next: (step) => Object.entries(signInStepWords).find(([name]) => name === step)?.[1],
    why: (cause) => (Object.hasOwn(causes, cause) ? causes[cause] : undefined),
    way: (way) => Object.entries(signInWays).find(([name]) => name === way)?.[1],
    choice: (choice) => (Object.hasOwn(choices, choice) ? choices[choice] : undefined),
    fields: fieldsWords,
    columns: fieldsWords,
  };

/** The value of a fact in words; as it stands where there are none. */
function valueWords(name: string, value: Json, facts: Readonly<Record<string, Json>>): Words {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return saidBy[name]?.(text, registerNamed(String(facts.register))) ?? plain(text);
}
