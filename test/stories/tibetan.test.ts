import { spawnSync } from "node:child_process";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { desk, phone, setStage } from "./stage.ts";

const { address, stranger } = setStage();

const fonts = spawnSync("fc-list", [":lang=bo", "family"], { encoding: "utf8" }).stdout ?? "";
const isMissing = fonts.trim() === "";

const names = (kind: "weekday" | "month", count: number, days: (at: number) => number) =>
  Array.from({ length: count }, (_, at) =>
    new Intl.DateTimeFormat("bo", { [kind]: "long", timeZone: "UTC" }).format(days(at)),
  ).join(" ");

/**
 * The names of days and months as Unicode's locale data have them, whose stacks are as deep as those of common prose: a sample that
 * people who read Tibetan have checked. It is no text of the product.
 */
const sample = [
  names("weekday", 7, (at) => Date.UTC(2026, 10, 22 + at)),
  names("month", 12, (at) => Date.UTC(2026, at, 5)),
].join(" ");

const measured = z.object({
  lang: z.string(),
  family: z.string(),
  lineHeight: z.number(),
  fontSize: z.number(),
  letterSpacing: z.string(),
  align: z.string(),
  /** From the top of the tallest letter to the foot of the deepest stack, as they are drawn. */
  ink: z.number(),
  width: z.number(),
  room: z.number(),
  /** The letter before each break of a line. */
  breaks: z.array(z.string()),
});

/** Puts the sample where the sign-in page says what the product is for, and measures it as the browser draws it. */
async function measure(page: Page) {
  return measured.parse(
    await page.evaluate(`(() => {
      const place = document.querySelector(".sign-in-card p");
      const shown = document.createElement("p");
      shown.lang = "bo";
      shown.textContent = ${JSON.stringify(sample)};
      place.before(shown);
      const style = getComputedStyle(shown);
      const pen = document.createElement("canvas").getContext("2d");
      pen.font = style.fontSize + " " + style.fontFamily;
      const drawn = pen.measureText(shown.textContent);
      const text = shown.firstChild;
      const breaks = [];
      let before;
      for (let at = 0; at < text.length; at += 1) {
        const letter = document.createRange();
        letter.setStart(text, at);
        letter.setEnd(text, at + 1);
        const box = letter.getBoundingClientRect();
        if (box.width === 0) continue;
        if (before !== undefined && box.top > before + box.height / 2) breaks.push(text.data[at - 1]);
        before = box.top;
      }
      return {
        lang: shown.lang,
        family: style.fontFamily,
        lineHeight: parseFloat(style.lineHeight),
        fontSize: parseFloat(style.fontSize),
        letterSpacing: style.letterSpacing,
        align: style.textAlign,
        ink: drawn.actualBoundingBoxAscent + drawn.actualBoundingBoxDescent,
        width: shown.scrollWidth,
        room: shown.clientWidth,
        breaks,
      };
    })()`),
  );
}

describe.skipIf(isMissing)(
  isMissing
    ? "Tibetan on the sign-in page: skipped, no font for it on this machine"
    : "Tibetan on the sign-in page",
  () => {
    test.each([
      { on: "a desk", size: desk, text: "normal" },
      { on: "a phone", size: phone, text: "normal" },
      { on: "a phone with large text", size: phone, text: "large" },
      { on: "a very narrow phone", size: { width: 320, height: 568 }, text: "large" },
    ])("on $on, its stacks are drawn whole, and its lines end between syllables", async ({ size, text }) => {
      const page = await stranger(size);
      await page.goto(address);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.evaluate(`document.documentElement.dataset.text = ${JSON.stringify(text)}`);
      const { family, lineHeight, fontSize, letterSpacing, align, ink, width, room, breaks } =
        await measure(page);
      expect(family).toContain("Noto Serif Tibetan");
      expect(lineHeight / fontSize).toBeGreaterThanOrEqual(1.8);
      expect(lineHeight).toBeGreaterThanOrEqual(ink);
      expect(letterSpacing).toBe("normal");
      expect(align).toBe("start");
      expect(width).toBeLessThanOrEqual(room);
      expect(breaks.length).toBeGreaterThan(0);
      // The tsheg between syllables, or the blank between the names.
      expect(breaks.filter((letter) => letter !== "\u0F0B" && letter !== " ")).toEqual([]);
    });
  },
);

test("no Tibetan is shown that nobody has checked: the page says in Chinese what it is for", async () => {
  const page = await stranger(phone);
  await page.goto(address);
  await page.getByText("隐患从发现到销号，全过程留痕、可追溯、可核验。").waitFor();
  expect(await page.locator("[lang=bo]").count()).toBe(0);
});
