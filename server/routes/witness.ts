import { z } from "zod";
import { readSubmission, type WitnessRefusal } from "../../core/ledger/witness.ts";
import { limits } from "../../core/limits.ts";
import { addressGroup } from "../../core/sign-in/address-group.ts";
import { HttpProblem, type HttpProblemCode } from "../http/problems.ts";
import { readText } from "../http/read-text.ts";
import { bare, ok, openRoute } from "../http/route.ts";
import { becomeCommitter, inTransaction } from "../store/database.ts";
import { cosign } from "../store/witnessed.ts";

/** C2SP tlog-witness. Open to everybody: what counts is the signature of the log, and the tree that it signed. */
export const addCheckpoint = openRoute(
  "POST /api/witness/add-checkpoint",
  {
    ...bare,
    body: z.unknown(),
    tag: "ledger",
    words: { zh: "见证其他系统的检查点", en: "Cosign another log's checkpoint as its witness" },
    takes: "text",
    answers: "text",
  },
  async ({ services, request, reply, body, now }) => {
    if (!services.submissionGuard.mayAsk(addressGroup(request.ip), now))
      throw new HttpProblem("too-many-submissions");
    const submission = readSubmission(await readText(body, limits.witnessBodyBytes));
    if (submission === undefined) throw new HttpProblem("malformed-submission");
    const cosigned = await inTransaction(services.pool, undefined, async (tx) => {
      await becomeCommitter(tx);
      return cosign(tx, submission, services.witness, now);
    });
    if (!("refusal" in cosigned)) {
      reply.type("text/plain; charset=utf-8");
      return ok(cosigned.line);
    }
    if (cosigned.refusal !== "other-size") throw new HttpProblem(problemOf[cosigned.refusal]);
    // The one refusal that a log mends by itself: it proves from this size and asks again.
    reply.type("text/x.tlog.size");
    return { status: 409, body: `${cosigned.size}\n` };
  },
);

const problemOf = {
  malformed: "malformed-submission",
  "unknown-log": "unknown-log",
  "not-signed-by-log": "not-signed-by-log",
  "other-root": "other-root",
  inconsistent: "inconsistent",
} as const satisfies Readonly<Record<Exclude<WitnessRefusal["refusal"], "other-size">, HttpProblemCode>>;
