import type { Words } from "../../../core/words.ts";
import { untoldWords } from "../../routes/few-told.ts";
import type { PivotAnswer } from "../../routes/pivot-shapes.ts";
import type { OutCell, OutColumn, TableOut } from "./table-out.ts";

type FigureView = PivotAnswer["rows"][number]["cells"][number];

const rowHeadWidth = 36;
const figureWidth = 14;
const column = (heading: string, width = figureWidth): OutColumn => ({ heading, width, isText: false });

const unitWords = { item: "项", percent: "%", yuan: "元", day: "天" } as const;

/** A table of figures as a file: row for row what the page shows, a share with what is counted and by what it is divided. */
export function pivotTableOut(answer: PivotAnswer, lines: readonly string[], pageMark?: string): TableOut {
  const { indicator, unit, by, columns, total, rows, whole, more } = answer;
  const isDivided = unit === "percent" || unit === "day";
  const figureColumns = (name: string) =>
    isDivided ? [column(name), column(`${name} 分子`), column(`${name} 分母`)] : [column(name)];
  const toldAs = (figure: FigureView | undefined): OutCell =>
    figure?.untold === undefined ? (figure?.value ?? null) : untoldWords(figure.untold, answer.fewBelow);
  const figureCells = (figure: FigureView | undefined): readonly OutCell[] => {
    if (!isDivided) return [toldAs(figure)];
    const isTold = figure?.untold === undefined;
    return [toldAs(figure), isTold ? (figure?.counted ?? null) : null, figure?.of ?? null];
  };
  const hasEnd = columns.length === 0 || total.columns !== "none";
  const endName =
    columns.length === 0 ? `${indicator.name.zh}（${unitWords[unit]}）` : totalWords[total.columns].zh;
  const isCompared = hasEnd && rows.some(({ before }) => before !== undefined);
  const cellsOf = (
    head: string,
    cells: readonly (FigureView | undefined)[],
    end: {
      figure?: FigureView | undefined;
      before?: FigureView | undefined;
      yearBefore?: FigureView | undefined;
    },
  ): readonly OutCell[] => [
    head,
    ...cells.flatMap(figureCells),
    ...(hasEnd ? figureCells(end.figure) : []),
    ...(isCompared ? [toldAs(end.before), toldAs(end.yearBefore)] : []),
  ];
  const body = rows.map((row) => cellsOf(row.words.zh, row.cells, row));
  const foot =
    whole === null || total.rows === "none"
      ? []
      : [
          cellsOf(
            totalWords[total.rows].zh,
            columns.map(({ figure }) => figure),
            whole,
          ),
        ];
  return {
    title: `${indicator.name.zh}：按${by.rows.words.zh}${by.columns === null ? "" : `和${by.columns.words.zh}`}`,
    lines: [
      ...lines,
      `指标：${indicator.name.zh}（${unitWords[unit]}）；算法：${indicator.formula.zh}；依据：${indicator.source}${indicator.toBeConfirmed ? "（待核实）" : ""}`,
      ...(more === 0 ? [] : [`另有 ${more} 行未列出，缩小范围可见`]),
    ],
    columns: [
      { heading: by.rows.words.zh, width: rowHeadWidth, isText: true },
      ...columns.flatMap(({ words }) => figureColumns(words.zh)),
      ...(hasEnd ? figureColumns(endName) : []),
      ...(isCompared ? [column("上一时段"), column("上年同期")] : []),
    ],
    rows: batch([...body, ...foot]),
    ...(pageMark === undefined ? {} : { pageMark }),
  };
}

async function* batch(rows: readonly (readonly OutCell[])[]) {
  yield rows;
}

/** What stands at the end of a line: added up, or worked out anew of all that the line counts. */
export const totalWords: Readonly<Record<PivotAnswer["total"]["rows"], Words>> = {
  sum: { zh: "合计", en: "Total" },
  anew: { zh: "总体", en: "Overall" },
  none: { zh: "", en: "" },
};
