import { statesOf } from "../register/register.ts";
import { documentFields } from "./document-fields.ts";
import { handlingRoles } from "./task-states.ts";

const handled = { holder: "handledBy", awaits: handlingRoles, clock: { day: "due" } } as const;

export const documentStates = statesOf(documentFields)({
  planned: { words: { zh: "待起草", en: "To be drafted" }, ...handled },
  drafting: { words: { zh: "起草中", en: "In drafting" }, ...handled },
  consultation: { words: { zh: "征求意见", en: "In consultation" }, ...handled },
  legalReview: {
    words: { zh: "合法性审核", en: "In legal review" },
    holder: "legalReviewer",
    awaits: handlingRoles,
    clock: { day: "due" },
  },
  cleared: { words: { zh: "待印发", en: "To be issued" }, ...handled },
  // Nobody has to do anything of it: lists find by its last day what will need another soon.
  issued: { words: { zh: "现行有效", en: "In force" } },
  revised: { words: { zh: "已修订", en: "Revised" }, final: true },
  replaced: { words: { zh: "已被替代", en: "Replaced" }, final: true },
  repealed: { words: { zh: "已废止", en: "Repealed" }, final: true },
  void: { words: { zh: "已作废", en: "Void" }, final: true },
});

/** In which it has been issued, whatever became of it since. */
export const issuedStates = ["issued", "revised", "replaced", "repealed"] as const;
