import { useEffect } from "react";
import { markAttended, unattendedMs } from "../api/attended.ts";
import { lockSession, tellUse } from "../api/own-sessions.ts";
import { markSessionEnded } from "./session.ts";

const lookEveryMs = 15_000;
const tellEveryMs = 60_000;
const signs = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "scroll"] as const;

/**
 * Locks the page at which nobody was for so long, and its session with it; and tells the server that somebody is here who asks for
 * nothing. Null for never; once the session has ended there is nothing to lock.
 */
export function useIdleLock(minutes: number | null, ended: boolean, why: string): void {
  useEffect(() => {
    if (minutes === null || ended) return;
    let told = Date.now();
    const look = () => {
      if (unattendedMs() >= minutes * 60_000) {
        // The page is locked whether or not the server hears of it, which locks by itself a minute later.
        lockSession().catch(() => undefined);
        markSessionEnded(why);
      } else if (Date.now() - told >= tellEveryMs && unattendedMs() < tellEveryMs + lookEveryMs) {
        told = Date.now();
        // A session that has ended is told of by the next request that somebody waits for.
        tellUse().catch(() => undefined);
      }
    };
    // Whoever comes back after the time does not undo it by moving the mouse.
    const touch = () => (unattendedMs() >= minutes * 60_000 ? look() : markAttended());
    markAttended();
    for (const sign of signs) addEventListener(sign, touch, { passive: true, capture: true });
    // A computer that slept looks at once when it wakes.
    document.addEventListener("visibilitychange", look);
    const timer = setInterval(look, lookEveryMs);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
      for (const sign of signs) removeEventListener(sign, touch, { capture: true });
    };
  }, [minutes, ended, why]);
}
