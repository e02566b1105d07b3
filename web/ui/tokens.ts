/**
 * The look in one place: one accent, four risk colours that mean risk and nothing else, an 8-pixel rhythm. Every text colour
 * has a contrast of at least 4.5 on every ground it stands on (WCAG AA).
 */
export const tokens = {
  accent: "#0b665a",
  accentStrong: "#084d44",
  accentSoft: "#e5f1ef",
  accentLine: "#a9cfc8",
  ink: "#1a232c",
  inkSoft: "#4d5a67",
  line: "#d8dee4",
  lineStrong: "#8a97a4",
  ground: "#f3f5f7",
  paper: "#ffffff",
  red: "#b8141b",
  redSoft: "#fdeceb",
  orange: "#a84300",
  orangeSoft: "#fff0e2",
  yellow: "#7a5c00",
  yellowSoft: "#fff7d6",
  blue: "#1c559c",
  blueSoft: "#e8f0fa",
} as const;

export const fonts = {
  text: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "Segoe UI", system-ui, sans-serif',
  code: 'ui-monospace, "Cascadia Mono", Consolas, "Noto Sans Mono CJK SC", monospace',
} as const;

/** Hands the look to the style sheets, as custom properties of the page. */
export function applyTokens(page: HTMLElement): void {
  for (const [name, value] of Object.entries(tokens)) page.style.setProperty(`--${name}`, value);
  page.style.setProperty("--font-text", fonts.text);
  page.style.setProperty("--font-code", fonts.code);
}
