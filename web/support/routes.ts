import { readFileSync } from "node:fs";

/** Every path at which the console has a screen, as its routes declare them. */
export function declaredPaths(): readonly string[] {
  const text = ["router.tsx", "campaign-routes.ts"]
    .map((file) => readFileSync(new URL(`../console/${file}`, import.meta.url), "utf8"))
    .join("");
  const paths = [...text.matchAll(/^\s+path: "([^"]+)",$/gm)].map(([, path = ""]) => path);
  // An address that nobody knows is no screen.
  return paths.filter((path) => path !== "$");
}
