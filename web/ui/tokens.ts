/**
 * The look in one place: one accent, four risk colours that mean risk and nothing else, an 8-pixel rhythm. Every text colour
 * has a contrast of at least 4.5 on every ground it stands on (WCAG AA); `tokens.test.ts` holds both palettes to it.
 */
export interface Palette {
  readonly accent: string;
  readonly accentStrong: string;
  readonly accentSoft: string;
  readonly accentLine: string;
  /** Text on the accent or on the solid red. */
  readonly onAccent: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly placeholder: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly ground: string;
  readonly paper: string;
  /** A row under the pointer. */
  readonly stripe: string;
  readonly red: string;
  readonly redSoft: string;
  readonly orange: string;
  readonly orangeSoft: string;
  readonly yellow: string;
  readonly yellowSoft: string;
  readonly yellowLine: string;
  readonly blue: string;
  readonly blueSoft: string;
}

export const light: Palette = {
  accent: "#0b665a",
  accentStrong: "#084d44",
  accentSoft: "#e5f1ef",
  accentLine: "#a9cfc8",
  onAccent: "#ffffff",
  ink: "#1a232c",
  inkSoft: "#4d5a67",
  placeholder: "#6b7784",
  line: "#d8dee4",
  lineStrong: "#8592a0",
  ground: "#f3f5f7",
  paper: "#ffffff",
  stripe: "#f8fafb",
  red: "#b8141b",
  redSoft: "#fdeceb",
  orange: "#a84300",
  orangeSoft: "#fff0e2",
  yellow: "#7a5c00",
  yellowSoft: "#fff7d6",
  yellowLine: "#ecdf9f",
  blue: "#1c559c",
  blueSoft: "#e8f0fa",
};

export const dark: Palette = {
  accent: "#5cc4b3",
  accentStrong: "#8ad9cb",
  accentSoft: "#173a36",
  accentLine: "#2f655d",
  onAccent: "#0b1512",
  ink: "#e3e8ec",
  inkSoft: "#a9b4be",
  placeholder: "#93a0ac",
  line: "#333d46",
  lineStrong: "#66737f",
  ground: "#12171c",
  paper: "#1b2229",
  stripe: "#222a32",
  red: "#ff8f87",
  redSoft: "#47201f",
  orange: "#ffa964",
  orangeSoft: "#42290f",
  yellow: "#e8c95a",
  yellowSoft: "#383010",
  yellowLine: "#5d5120",
  blue: "#8cbcf5",
  blueSoft: "#1b3049",
};

/** The type scale in pixels of the usual size of text, by what a text is. */
const scale = { mark: 12, small: 13, body: 14, lead: 16, title: 20, figure: 28 } as const;

export const fonts = {
  text: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "Segoe UI", system-ui, sans-serif',
  tibetan: '"Noto Serif Tibetan", Kailasa, "Microsoft Himalaya", Jomolhari, "Noto Sans Tibetan", serif',
  code: 'ui-monospace, "Cascadia Mono", Consolas, "Noto Sans Mono CJK SC", monospace',
} as const;

/** How much larger than usual the large text is: 14 pixels become 17.5. */
export const largeText = 1.25;

const rootPixels = 16;

/**
 * Hands the look to the style sheets, as custom properties of the page: a palette for each scheme, which the page's `data-scheme`
 * chooses, and on paper always the light one; the type scale in rem, so that `data-text="large"` enlarges all of it.
 */
export function applyTokens(page: Document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :root { ${properties(scaleProperties)} --font-text: ${fonts.text}; --font-code: ${fonts.code};
      --font-tibetan: ${fonts.tibetan}; }
    :root { ${properties(light)} color-scheme: light; }
    @media screen { :root[data-scheme="dark"] { ${properties(dark)} color-scheme: dark; } }
    :root[data-text="large"] { font-size: ${largeText * 100}%; }`);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}

const scaleProperties = Object.fromEntries(
  Object.entries(scale).map(([name, pixels]) => [`text-${name}`, `${pixels / rootPixels}rem`]),
);

const properties = (values: object): string =>
  Object.entries(values)
    .map(([name, value]) => `--${name}: ${value};`)
    .join(" ");
