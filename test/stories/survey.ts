import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { z } from "zod";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const answer = z.array(
  z.object({
    id: z.string(),
    impact: z.string().nullable(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
  }),
);

/** What keeps somebody from using the page as it stands: findings of axe that are serious or critical, and what is cut off at its side. */
export async function findingsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const run = await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations)",
  );
  const grave = answer
    .parse(run)
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = "" }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
  const overflow = await beyondEdge(page);
  return overflow > 0 ? [...grave, `${overflow} pixels stand beyond the right edge`] : grave;
}

/** How many pixels of the page stand beyond its right edge, where they are cut off. */
export async function beyondEdge(page: Page): Promise<number> {
  const beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
  return z.number().parse(await page.evaluate(beyond));
}

/** Every piece of text that a person reads or hears on the page. */
export async function textsOf(page: Page): Promise<readonly string[]> {
  const texts = await page.evaluate(`(() => {
    const texts = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, data } = walker.currentNode;
      if (!parentElement.closest("script, style, noscript")) texts.push(data);
    }
    for (const name of ["aria-label", "placeholder", "title", "alt"])
      for (const element of document.querySelectorAll("[" + name + "]")) texts.push(element.getAttribute(name));
    return texts.map((text) => text.trim()).filter(Boolean);
  })()`);
  return z.array(z.string()).parse(texts);
}
