import { readFileSync } from "node:fs";

/** Every path at which the console has a screen, as its router declares them. */
export function declaredPaths(): readonly string[] {
  const text = readFileSync(new URL("../console/router.tsx", import.meta.url), "utf8");
  const paths = [...text.matchAll(/^\s+path: "([^"]+)",$/gm)].map(([, path = ""]) => path);
  // An address that nobody knows is no screen.
  return paths.filter((path) => path !== "$");
}
