import { post } from "../../core/registers/post.ts";
import type { Services } from "../services.ts";
import { readPostsOver } from "../store/entries.ts";
import { endThoseThatAreOver } from "./over.ts";

/**
 * Ends the posts whose last day has passed, so that the register says what sign-in holds to already, and the head of the organisation
 * is told. Returns how many were ended.
 */
export const endPostsThatAreOver = (services: Services): Promise<number> =>
  endThoseThatAreOver(services, { register: post, act: "expire", read: readPostsOver });
