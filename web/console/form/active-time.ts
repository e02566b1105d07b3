import { limits } from "../../../core/limits.ts";

/** For how long somebody has been at a form. */
export interface Attention {
  readonly activeMs: number;
  /** When they last did something, or came back to it. */
  readonly lastMs: number;
  readonly isSeen: boolean;
}

export const began = (nowMs: number): Attention => ({ activeMs: 0, lastMs: nowMs, isSeen: true });

/**
 * The attention after something was done, or the page went out of sight or came back. The time between counts if the page was in
 * sight and it was no pause: whoever does nothing for longer has turned to something else.
 */
export function attended(
  { activeMs, lastMs, isSeen }: Attention,
  nowMs: number,
  now: "seen" | "hidden",
): Attention {
  const passedMs = nowMs - lastMs;
  const isActive = isSeen && passedMs > 0 && passedMs <= limits.formPauseSeconds * 1_000;
  return { activeMs: isActive ? activeMs + passedMs : activeMs, lastMs: nowMs, isSeen: now === "seen" };
}

/** In whole seconds, one at least. */
export const activeSeconds = ({ activeMs }: Attention): number =>
  Math.max(activeMs > 0 ? 1 : 0, Math.round(activeMs / 1_000));
