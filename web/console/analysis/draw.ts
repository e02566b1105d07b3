import { BarChart, HeatmapChart, LineChart } from "echarts/charts";
import {
  AriaComponent,
  GridComponent,
  LegendScrollComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
} from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import type { Option } from "./chart-option.ts";

/**
 * What of ECharts the console has, fetched when the first drawing is wanted. It paints on a canvas: its SVG carries styles in
 * attributes, which the page's policy forbids.
 */
use([
  AriaComponent,
  BarChart,
  LineChart,
  HeatmapChart,
  GridComponent,
  TooltipComponent,
  LegendScrollComponent,
  VisualMapContinuousComponent,
  CanvasRenderer,
]);

/** Draws into an element, and keeps to its size until it is told to end; on paper in the colours of paper. */
export function draw(element: HTMLElement, option: Option, onPaper: Option): () => void {
  const chart = init(element, undefined, { renderer: "canvas" });
  const show = (shown: Option) => {
    chart.setOption(shown, true);
    chart.getZr().flush();
  };
  show(option);
  const watch = new ResizeObserver(() => chart.resize());
  watch.observe(element);
  const print = () => show(onPaper);
  const back = () => show(option);
  addEventListener("beforeprint", print);
  addEventListener("afterprint", back);
  return () => {
    removeEventListener("beforeprint", print);
    removeEventListener("afterprint", back);
    watch.disconnect();
    chart.dispose();
  };
}
