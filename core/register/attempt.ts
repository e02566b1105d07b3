import type { Attempt } from "./register.ts";

/**
 * What a field holds once the act is done: what was entered, nothing where it was cleared, or else what stands. A rule that looks
 * at `input` and falls back on the entry would judge a value that the act takes away.
 */
export function afterwards<V extends object, N extends keyof V & string>(
  { entry, input }: Pick<Attempt<V>, "entry" | "input">,
  name: N,
): V[N] {
  return Object.hasOwn(input, name) ? input[name] : entry.values[name];
}
