import { useEffect, useRef } from "react";

/** Stops a browser from waiting for a key once nobody looks at the page any more that asked for it. */
export function useKeyWait(): () => AbortSignal {
  const waiting = useRef<AbortController>(undefined);
  useEffect(() => () => waiting.current?.abort(), []);
  return () => {
    waiting.current?.abort();
    waiting.current = new AbortController();
    return waiting.current.signal;
  };
}
