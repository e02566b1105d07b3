import "../ui/base.css";
import "../ui/controls/controls.css";
import "./shell.css";
import { askEarly } from "../api/early.ts";
import { deviceIsDark, lookOf, storedLook, wear } from "../ui/first-look.ts";
import { applyTokens } from "../ui/tokens.ts";

/**
 * The little that runs before the first paint: the look, and the questions to the server. What shows their answers follows, part by
 * part, so that no part of it holds the page up for long.
 */
applyTokens(document);
wear(lookOf(storedLook(), deviceIsDark.matches));
askEarly(location);
// Nobody is signed in there: the frame would only flash.
if (/^\/(sign-(in|on)|screen)$/.test(location.pathname)) document.getElementById("root")?.replaceChildren();

const pageOf: readonly (readonly [address: RegExp, page: () => Promise<unknown>])[] = [
  [/^\/$/, () => import("./pages/HomePage.tsx")],
  [/^\/sign-in$/, () => import("./pages/SignInPage.tsx")],
  [/^\/sign-on$/, () => import("./pages/SignOnPage.tsx")],
  [/^\/registers\/[^/]+$/, () => import("./pages/ListPage.tsx")],
  [/^\/registers\/[^/]+\/entries\/[^/]+$/, () => import("./pages/EntryPage.tsx")],
  [/^\/registers\/[^/]+\/new\/[^/]+$/, () => import("./pages/NewEntryPage.tsx")],
];

async function show(): Promise<void> {
  // On its way with the rest; where it does not come, the router says so.
  const page = pageOf
    .find(([address]) => address.test(location.pathname))?.[1]()
    .catch(() => undefined);
  await import("react-dom/client");
  const { open } = await import("./main.tsx");
  await page;
  await open();
}

show().catch((error: unknown) => {
  document.body.dataset.failed = "true";
  throw error;
});
