import {
  createContext,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";

/** What a person chose: a scheme, or whatever the device is set to; and the size of text. */
export interface LookChoice {
  readonly scheme: "device" | "light" | "dark";
  readonly text: "usual" | "large";
}

/** What the page shows. */
export interface Look {
  readonly scheme: "light" | "dark";
  readonly text: LookChoice["text"];
}

const storageKey = "zhiben.look";
const usual: LookChoice = { scheme: "device", text: "usual" };
const deviceIsDark = matchMedia("(prefers-color-scheme: dark)");

interface Looking {
  readonly choice: LookChoice;
  readonly look: Look;
  choose(changed: Partial<LookChoice>): void;
}

const Looked = createContext<Looking | undefined>(undefined);

/** Keeps the choice in this browser: it belongs to eyes and a screen, not to a post. */
export function LookProvider({ children }: { readonly children: ReactNode }) {
  const [choice, setChoice] = useState(stored);
  const isDeviceDark = useSyncExternalStore(
    (listener) => {
      deviceIsDark.addEventListener("change", listener);
      return () => deviceIsDark.removeEventListener("change", listener);
    },
    () => deviceIsDark.matches,
  );
  const { scheme, text } = lookOf(choice, isDeviceDark);
  const look = useMemo(() => ({ scheme, text }), [scheme, text]);
  // Before the page is painted, or it would flash in the other scheme.
  useLayoutEffect(() => {
    document.documentElement.dataset.scheme = scheme;
    document.documentElement.dataset.text = text;
  }, [scheme, text]);
  const choose = (changed: Partial<LookChoice>) => {
    const chosen = { ...choice, ...changed };
    localStorage.setItem(storageKey, JSON.stringify(chosen));
    setChoice(chosen);
  };
  return <Looked.Provider value={{ choice, look, choose }}>{children}</Looked.Provider>;
}

export function useLook(): Looking {
  const looking = useContext(Looked);
  if (looking === undefined) throw new Error("No look around this component");
  return looking;
}

export function lookOf({ scheme, text }: LookChoice, isDeviceDark: boolean): Look {
  const device = isDeviceDark ? "dark" : "light";
  return { scheme: scheme === "device" ? device : scheme, text };
}

function stored(): LookChoice {
  try {
    return choiceIn(JSON.parse(localStorage.getItem(storageKey) ?? "null"));
  } catch {
    return usual;
  }
}

/** Reads what was stored; whatever is no choice is the usual one. */
export function choiceIn(value: unknown): LookChoice {
  if (typeof value !== "object" || value === null) return usual;
  const { scheme, text } = { scheme: undefined, text: undefined, ...value };
  return {
    scheme: scheme === "light" || scheme === "dark" ? scheme : usual.scheme,
    text: text === "large" ? text : usual.text,
  };
}
