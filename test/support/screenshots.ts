import type { Page } from "playwright-core";

/** The moment at which every screenshot is taken: the demonstration is told up to it, and no clock moves on. */
export const takenAt = new Date("2026-07-15T10:00:00+08:00");

export const largestBytes = 300_000;

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** One screenshot of the README: who is signed in, what they look at, and what must stand there before it is taken. */
export interface Screenshot {
  readonly file: string;
  readonly size: typeof desk;
  readonly username: string;
  /** `entry` stands for the page of a major hazard that waits to be closed. */
  readonly path: string;
  ready(page: Page): Promise<unknown>;
}

export const screenshots: readonly Screenshot[] = [
  {
    file: "home.png",
    size: desk,
    username: "yingji",
    path: "/",
    ready: (page) => page.getByRole("region", { name: "待办" }).waitFor(),
  },
  {
    file: "board.png",
    size: desk,
    username: "leader",
    path: "/board",
    ready: (page) => page.getByRole("link", { name: /风险防控能力显著提升/ }).waitFor(),
  },
  {
    file: "list.png",
    size: desk,
    username: "anweiban",
    path: "/registers/hazard?level=major&due=overdue&state=rectifying",
    ready: (page) => page.getByText(/^共 \d+ 条$/).waitFor(),
  },
  {
    file: "entry.png",
    size: desk,
    username: "yingji",
    path: "entry",
    ready: (page) => page.getByText("链条完整，逐行核验通过").waitFor(),
  },
  {
    file: "life.png",
    size: desk,
    username: "yingji",
    path: "entry/life",
    ready: (page) => page.getByRole("heading", { level: 1 }).waitFor(),
  },
  {
    file: "plan.png",
    size: desk,
    username: "anweiban",
    path: "/plan",
    ready: (page) => page.getByText(/^共 38 项措施/).waitFor(),
  },
  {
    file: "help.png",
    size: desk,
    username: "inspector",
    path: "/help/inspector",
    ready: (page) => page.locator("dfn").first().waitFor(),
  },
  {
    file: "phone.png",
    size: phone,
    username: "safety",
    path: "/",
    ready: (page) => page.getByRole("region", { name: "待办" }).waitFor(),
  },
];
