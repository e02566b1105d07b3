import { lazy } from "react";
import { OnDemand } from "./OnDemand.tsx";
import type { Branch, TreeSelectProps } from "./props.ts";

const Tree = lazy(async () => ({ default: (await import("./controls.tsx")).TreeControl }));

/** One of a tree, found by typing or by its branch. */
export function TreeSelect(props: TreeSelectProps) {
  const shown = props.value === undefined ? "" : (titleIn(props.tree, props.value) ?? "");
  return <OnDemand standIn={{ ...props, shown }}>{(asked) => <Tree {...props} asked={asked} />}</OnDemand>;
}

function titleIn(tree: readonly Branch[], value: string): string | undefined {
  for (const branch of tree) {
    const title = branch.value === value ? branch.title : titleIn(branch.children, value);
    if (title !== undefined) return title;
  }
  return undefined;
}
