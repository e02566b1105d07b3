/** An address is read by people and sent to colleagues: plain names and values, no quotes. */
export const plainSearch = {
  parseSearch: (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search: Record<string, string>): string => {
    const text = new URLSearchParams(search).toString();
    return text === "" ? "" : `?${text}`;
  },
};

/** Whether an address says something by a name. */
export const isSaid = (value: unknown): value is string => typeof value === "string" && value !== "";

/** What the address of the page of signing in may say: where to go then, and that the identity provider was left. */
export const searchOfSignIn = (search: Record<string, unknown>): { to?: string; left?: "provider" } => ({
  ...(typeof search.to === "string" ? { to: search.to } : {}),
  ...(search.left === "provider" ? { left: "provider" } : {}),
});
