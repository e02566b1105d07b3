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

export const lookKey = "zhiben.look";
const usual: LookChoice = { scheme: "device", text: "usual" };
export const deviceIsDark = matchMedia("(prefers-color-scheme: dark)");

export function lookOf({ scheme, text }: LookChoice, isDeviceDark: boolean): Look {
  const device = isDeviceDark ? "dark" : "light";
  return { scheme: scheme === "device" ? device : scheme, text };
}

export function storedLook(): LookChoice {
  try {
    return choiceIn(JSON.parse(localStorage.getItem(lookKey) ?? "null"));
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

/** Puts a look on the page. Before it is painted, or it would flash in the other scheme. */
export function wear({ scheme, text }: Look): void {
  document.documentElement.dataset.scheme = scheme;
  document.documentElement.dataset.text = text;
}
