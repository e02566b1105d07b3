import { useEffect, useRef } from "react";
import { limits } from "../../../core/limits.ts";
import type { ActView, RegisterView } from "../../api/types.ts";
import * as writes from "../../api/writes.ts";
import { isNarrow } from "../../ui/narrow.ts";
import { activeSeconds, attended, began } from "./active-time.ts";

const doings = ["pointerdown", "pointermove", "keydown", "input", "wheel", "scroll", "touchmove"] as const;

interface Form {
  readonly register: RegisterView;
  readonly act: ActView;
  /** It was begun before: how long that took is not known. */
  readonly isResumed: boolean;
}

/**
 * Measures for how long a form has somebody's attention, and gives the way to tell of it once the act is done. For whoever looks after
 * the product: it says which form, never whose. Nothing waits for it, and that it could not be told is nobody's trouble.
 */
export function useFormTime({ register, act, isResumed }: Form): () => void {
  const attention = useRef(began(performance.now()));
  const measured = useRef(!isResumed);
  useEffect(() => {
    const note = () => {
      const seen = document.visibilityState === "visible" ? "seen" : "hidden";
      attention.current = attended(attention.current, performance.now(), seen);
    };
    const quietly = { capture: true, passive: true };
    for (const doing of doings) document.addEventListener(doing, note, quietly);
    document.addEventListener("visibilitychange", note);
    return () => {
      for (const doing of doings) document.removeEventListener(doing, note, quietly);
      document.removeEventListener("visibilitychange", note);
    };
  }, []);
  return () => {
    const seconds = activeSeconds(attention.current);
    if (!measured.current || seconds < 1 || seconds > limits.formTimeSeconds) return;
    // A form is told of once.
    measured.current = false;
    const device = isNarrow() ? "phone" : "desk";
    writes.tellFormTime({ register: register.name, act: act.name, device, seconds }).catch(() => undefined);
  };
}
