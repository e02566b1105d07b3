import {
  createContext,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { deviceIsDark, type Look, type LookChoice, lookKey, lookOf, storedLook, wear } from "./first-look.ts";

interface Looking {
  readonly choice: LookChoice;
  readonly look: Look;
  choose(changed: Partial<LookChoice>): void;
}

const Looked = createContext<Looking | undefined>(undefined);

/** Keeps the choice in this browser: it belongs to eyes and a screen, not to a post. */
export function LookProvider({ children }: { readonly children: ReactNode }) {
  const [choice, setChoice] = useState(storedLook);
  const isDeviceDark = useSyncExternalStore(
    (listener) => {
      deviceIsDark.addEventListener("change", listener);
      return () => deviceIsDark.removeEventListener("change", listener);
    },
    () => deviceIsDark.matches,
  );
  const { scheme, text } = lookOf(choice, isDeviceDark);
  const look = useMemo(() => ({ scheme, text }), [scheme, text]);
  useLayoutEffect(() => wear(look), [look]);
  const choose = (changed: Partial<LookChoice>) => {
    const chosen = { ...choice, ...changed };
    localStorage.setItem(lookKey, JSON.stringify(chosen));
    setChoice(chosen);
  };
  return <Looked.Provider value={{ choice, look, choose }}>{children}</Looked.Provider>;
}

export function useLook(): Looking {
  const looking = useContext(Looked);
  if (looking === undefined) throw new Error("No look around this component");
  return looking;
}
