import type { HelpText } from "../../help-text.ts";

export const administration: HelpText = {
  title: "A new administrator's first day",
  purpose:
    "System administrator, security administrator and auditor are three people (GB/T 22239-2019). None of them sees the work, acts for somebody else, or changes a record without being found out.",
  parts: [
    {
      title: "1. Three people, three accounts",
      steps: [
        "System administrator: server, backup, upgrade, examination, witnesses; neither accounts nor audit.",
        "Security administrator: accounts, posts, certificates, passwords' policy; not the server.",
        "Auditor: sign-ins, failures, exports; neither accounts nor server.",
        "A demonstration has `sysadmin`, `secadmin` and `auditor` to try. For a real installation run `npm start -- --no-demo`, and then once on the server `zhiben administrators --system USER:NAME --security USER:NAME --audit USER:NAME --head USER:NAME`; hand each of the four one-time passwords to its own person. `--head` is the head of the prefecture's emergency management bureau: without a head nobody could confirm any post.",
        "There, administrators and officials sign in with a second factor, a code from the phone or a security key, which they set up at the first sign-in; lock the recovery codes up. `ZHIBEN_SECOND_FACTOR` says for whom.",
      ],
    },
    {
      title: "2. What none of them can do",
      steps: [
        "Rewrite what was done: lines are chained by hashes under signed checkpoints, and verification tells.",
        "Erase personal data in silence: one asks and another does it, and the chain stays whole.",
        "Drop the audit log early: it refuses before the term is over and a signed checkpoint stands above it.",
        "Confirm a self-check for the principal: it takes their own password.",
        "Remove somebody's second factor: the system administrator asks, the security administrator confirms, the person is told.",
      ],
    },
    {
      title: "3. Done on the first day",
      steps: [
        "Examine: `zhiben doctor`, and mend what it names; exit code 0 means well, or warnings only.",
        "Back up: `zhiben backup /srv/backup/zhiben.zhiben`, note the SHA-256, and let it run daily.",
        "Keep one copy on another machine and one offline. A backup is not encrypted: encrypt what leaves the machine. Keys are left out; keep them apart.",
        "Verify: `zhiben verify`; the product does so daily too, and tells when it fails.",
        "Witnesses: have a province or notary cosign checkpoints (`ZHIBEN_WITNESSES`); `zhiben witness list` shows how far. Keys are compared another way than over the net.",
        "Watch: where `GET /api/health` answers 503, read `notReady`; figures stand at `/metrics`.",
      ],
    },
    {
      title: "4. And then regularly",
      steps: [
        "Daily: `zhiben doctor` and the backup.",
        "Quarterly: restore the newest backup on another machine, see `faults 0`, sign in, open a hazard of yesterday with its files.",
        "Before an upgrade: back up, then `zhiben migrate --rehearse` on a copy. To roll back is to restore.",
      ],
    },
  ],
  marks: [
    ["Exit code of `zhiben doctor`", "0 well or warnings only, 1 a fault, 2 it could not run."],
    [
      "Exit code of `zhiben backup`",
      "0 sound, 1 backed up with attachments missing or damaged, 2 not backed up.",
    ],
  ],
  troubles: [
    [
      "Verification fails",
      "Repair nothing. Keep things as they are, find out who touched the database, and compare with backups and what witnesses hold.",
    ],
    [
      "A witness refuses",
      "That is grave: the history differs from what it has seen. Run `zhiben verify` first.",
    ],
    [
      "Nobody gets in after a restore",
      "A restore ends all sessions. Passwords are those of the backup's day; what was done since must be entered anew.",
    ],
  ],
};
