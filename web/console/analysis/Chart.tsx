import { useEffect, useMemo, useRef, useState } from "react";
import type { ChartName } from "../../../core/campaign/analysis.ts";
import type { PivotView } from "../../api/analysis.ts";
import { Alert } from "../../ui/controls/Alert.tsx";
import { useLook } from "../../ui/look.tsx";
import { useNarrow } from "../../ui/narrow.ts";
import { dark, largeText, light } from "../../ui/tokens.ts";
import { useWords } from "../../words/language.tsx";
import { heightOf, optionOf } from "./chart-option.ts";

interface ChartProps {
  readonly pivot: PivotView;
  readonly chart: Exclude<ChartName, "none">;
  /** What the drawing shows, in a sentence; each number of it stands in the table beneath. */
  readonly name: string;
}

const usualPixels = 13;

/** A table as a drawing. It is a picture to whoever cannot see it, named by what it shows: its numbers are the table's. */
export function Chart({ pivot, chart, name }: ChartProps) {
  const { words, say } = useWords();
  const { look } = useLook();
  const narrow = useNarrow();
  const frame = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const drawing = useMemo(() => {
    const palette = look.scheme === "dark" ? dark : light;
    const textPixels = look.text === "large" ? usualPixels * largeText : usualPixels;
    return { pivot, chart, palette, say, textPixels, narrow };
  }, [pivot, chart, look, say, narrow]);
  useEffect(() => {
    let end: (() => void) | undefined;
    let isGone = false;
    const option = optionOf(drawing);
    const onPaper = optionOf({ ...drawing, palette: light });
    import("./draw.ts").then(
      ({ draw }) => {
        if (!isGone && frame.current !== null) end = draw(frame.current, option, onPaper);
      },
      () => setFailed(true),
    );
    return () => {
      isGone = true;
      end?.();
    };
  }, [drawing]);
  if (failed) return <Alert tone="info" title={words.analysis.noChart} />;
  return (
    <div
      ref={frame}
      role="img"
      aria-label={name}
      className="analysis-chart"
      style={{ blockSize: heightOf(drawing) }}
    />
  );
}
