import { statesOf } from "../register/register.ts";
import { briefingFields } from "./briefing-fields.ts";

/** Who acknowledges for a unit to which a briefing goes: whichever of these posts it has. */
export const acknowledgingRoles = [
  "committeeOffice",
  "departmentHead",
  "inspector",
  "parkOffice",
  "leader",
] as const;

export const briefingStates = statesOf(briefingFields)({
  drawnUp: { words: { zh: "拟稿", en: "Drawn up" }, holder: "issuer", awaits: ["committeeOffice"] },
  toSign: {
    words: { zh: "待签发", en: "To be signed" },
    holder: "signer",
    awaits: ["leader"],
    clock: { named: "briefing.sign.within" },
  },
  // Its recipients acknowledge it, each for themselves, and find it among what they are told of; the office sees who has not.
  circulated: {
    words: { zh: "已签发，待签收", en: "Issued, to be acknowledged" },
    holder: "issuer",
    awaits: acknowledgingRoles,
    clock: { named: "briefing.acknowledge.within" },
  },
  acknowledged: { words: { zh: "已全部签收", en: "Acknowledged by all" }, final: true },
  superseded: { words: { zh: "已被更正", en: "Superseded" }, final: true },
  abandoned: { words: { zh: "已撤稿", en: "Withdrawn before issue" }, final: true },
});

/** In which it stands as it was issued. */
export const issuedStates = ["circulated", "acknowledged"] as const;

/** Whether a briefing in this state stands as it was issued: not a draft, and not superseded. */
export const isIssued = (state: string): boolean => issuedStates.some((issued) => issued === state);
