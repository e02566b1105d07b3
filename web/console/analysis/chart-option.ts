import type { ChartName } from "../../../core/campaign/analysis.ts";
import type { Words } from "../../../core/words.ts";
import type { PivotView } from "../../api/analysis.ts";
import { fonts, type Palette } from "../../ui/tokens.ts";

/** As ECharts takes it. */
export type Option = Record<string, unknown>;

export interface Drawing {
  readonly pivot: PivotView;
  readonly chart: ChartName;
  readonly palette: Palette;
  readonly say: (words: Words) => string;
  /** In pixels: 14 as usual, more where large text is chosen. */
  readonly textPixels: number;
  readonly narrow: boolean;
}

/** Which drawings a table can have: lines go from left to right by time, and a heat map needs columns. */
export function chartsFor({
  by,
  rows,
  columns,
}: Pick<PivotView, "by" | "rows" | "columns">): readonly ChartName[] {
  if (rows.length === 0) return ["none"];
  const times = ["day", "week", "month", "quarter", "year"];
  const hasTime = times.includes(by.rows.name) || times.includes(by.columns?.name ?? "");
  return [
    "none",
    "bar",
    ...(hasTime ? (["line"] as const) : []),
    ...(columns.length > 0 ? (["stack", "heat"] as const) : []),
  ];
}

interface Grid {
  readonly names: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

/** What is drawn: along the axis rows, or columns where these are the times; what the other holds is a series each. */
function gridOf({ pivot, chart, say }: Drawing): Grid {
  const { rows, columns, by, indicator } = pivot;
  const rowNames = rows.map(({ words }) => say(words));
  const columnNames = columns.map(({ words }) => say(words));
  if (columns.length === 0 || chart === "bar")
    return {
      names: rowNames,
      series: [{ name: say(indicator.name), values: rows.map(({ figure }) => figure?.value ?? null) }],
    };
  const isTurned = isTime(by.columns?.name);
  return isTurned
    ? {
        names: columnNames,
        series: rows.map(({ words, cells }) => ({
          name: say(words),
          values: cells.map(({ value }) => value),
        })),
      }
    : {
        names: rowNames,
        series: columnNames.map((name, at) => ({
          name,
          values: rows.map(({ cells }) => cells[at]?.value ?? null),
        })),
      };
}

const isTime = (name: string | undefined): boolean =>
  name !== undefined && ["day", "week", "month", "quarter", "year"].includes(name);

// Every line and bar of its own shade of what is not a risk's: the four risk colours say something else. Lines are thin and need more.
const shades = (palette: Palette, isLine: boolean): readonly string[] => [
  palette.accent,
  palette.lineStrong,
  isLine ? palette.ink : palette.accentLine,
  palette.accentStrong,
  palette.placeholder,
];

const marks = ["circle", "rect", "triangle", "diamond", "roundRect", "pin"] as const;
const strokes = ["solid", "dashed", "dotted"] as const;
const mostBars = 30;

/** The drawing as ECharts takes it. It moves nowhere: what comes at once needs no animation, and some people suffer from it. */
export function optionOf(drawing: Drawing): Option {
  return drawing.chart === "heat" ? heatOption(drawing) : lineOption(drawing);
}

function frame({ palette, textPixels }: Drawing) {
  const text = { color: palette.inkSoft, fontSize: textPixels };
  return {
    animation: false,
    backgroundColor: "transparent",
    textStyle: { fontFamily: fonts.text },
    text,
    tooltip: {
      renderMode: "richText",
      backgroundColor: palette.paper,
      borderColor: palette.lineStrong,
      textStyle: { color: palette.ink, fontSize: textPixels },
    },
    axisLine: { lineStyle: { color: palette.lineStrong } },
    splitLine: { lineStyle: { color: palette.line } },
  };
}

function lineOption(drawing: Drawing): Option {
  const { chart, palette, narrow } = drawing;
  const { text, axisLine, splitLine, ...base } = frame(drawing);
  const whole = gridOf(drawing);
  const grid = { ...whole, names: whole.names.slice(0, mostBars) };
  const isLine = chart === "line";
  // Names stand whole beside lying bars; beneath standing ones they would be cut or aslant.
  const lies = !isLine && chart !== "stack";
  const category = {
    type: "category",
    data: [...grid.names],
    axisLabel: {
      ...text,
      hideOverlap: isLine,
      ...(lies ? { width: narrow ? 96 : 220, overflow: "truncate" } : {}),
    },
    axisLine,
    axisTick: { show: false },
    inverse: lies,
  };
  const value = { type: "value", axisLabel: text, splitLine, minInterval: 1 };
  return {
    ...base,
    color: shades(palette, isLine),
    // Shades come again: patterns tell one from another.
    aria: { enabled: true, label: { enabled: false }, decal: { show: chart === "stack" } },
    grid: { left: 8, right: 24, top: grid.series.length > 1 ? 40 : 16, bottom: 8, containLabel: true },
    tooltip: { ...base.tooltip, trigger: "axis" },
    legend: {
      show: grid.series.length > 1,
      type: "scroll",
      top: 0,
      textStyle: text,
      pageTextStyle: text,
      pageIconColor: palette.accent,
      pageIconInactiveColor: palette.line,
    },
    xAxis: lies ? value : category,
    yAxis: lies ? category : value,
    series: grid.series.map(({ name, values }, at) => ({
      name,
      type: isLine ? "line" : "bar",
      data: values.slice(0, mostBars),
      barMaxWidth: 24,
      ...(chart === "stack" ? { stack: "all" } : {}),
      ...(isLine
        ? {
            symbol: marks[at % marks.length],
            symbolSize: 8,
            lineStyle: { width: 2, type: strokes[Math.floor(at / marks.length) % strokes.length] },
          }
        : {}),
      ...(lies ? { label: { show: true, position: "right", ...text } } : {}),
    })),
  };
}

function heatOption(drawing: Drawing): Option {
  const { pivot, palette, say, narrow } = drawing;
  const { text, axisLine: _, splitLine: __, ...base } = frame(drawing);
  const data = pivot.rows.flatMap(({ cells }, row) =>
    cells.flatMap(({ value }, column) => (value === null ? [] : [[column, row, value]])),
  );
  const most = Math.max(1, ...data.map(([, , value = 0]) => value));
  const names = (heads: PivotView["columns"]) => heads.map(({ words }) => say(words));
  return {
    ...base,
    grid: { left: 8, right: 8, top: 8, bottom: 56, containLabel: true },
    xAxis: {
      type: "category",
      data: names(pivot.columns),
      axisLabel: {
        ...text,
        rotate: pivot.columns.length > 6 || narrow ? 45 : 0,
        ...(narrow ? { hideOverlap: true } : { interval: 0 }),
        width: 120,
        overflow: "truncate",
      },
      axisTick: { show: false },
      splitArea: { show: false },
    },
    yAxis: {
      type: "category",
      data: names(pivot.rows),
      inverse: true,
      axisLabel: { ...text, width: narrow ? 72 : 160, overflow: "truncate" },
      axisTick: { show: false },
    },
    visualMap: {
      min: 0,
      max: most,
      calculable: false,
      orient: "horizontal",
      left: "center",
      bottom: 0,
      textStyle: text,
      inRange: { color: [palette.accentSoft, palette.accent] },
    },
    series: [
      {
        type: "heatmap",
        data,
        label: {
          show: pivot.columns.length <= 16 && !narrow,
          fontSize: text.fontSize,
          color: palette.ink,
          textBorderColor: palette.paper,
          textBorderWidth: 2,
        },
        itemStyle: { borderColor: palette.paper, borderWidth: 2 },
      },
    ],
  };
}

/** How high a drawing stands, in pixels: lying bars and heat maps by how many rows they have. */
export function heightOf({
  pivot: { rows },
  chart,
  textPixels,
}: Pick<Drawing, "pivot" | "chart" | "textPixels">): number {
  if (chart === "line" || chart === "stack") return 360;
  const each = textPixels * 2.4;
  return Math.round(Math.min(rows.length, mostBars) * each + (chart === "heat" ? 160 : 64));
}
