import { partnerToken } from "../../core/registers/partner-token.ts";
import type { Services } from "../services.ts";
import { readTokensOver } from "../store/entries.ts";
import { endThoseThatAreOver } from "./over.ts";

/**
 * Ends the partners' tokens whose last day has passed, so that the register says what every call is held to already, and the
 * administrators are told. Returns how many were ended.
 */
export const endTokensThatAreOver = (services: Services): Promise<number> =>
  endThoseThatAreOver(services, { register: partnerToken, act: "expire", read: readTokensOver });
