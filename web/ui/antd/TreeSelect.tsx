import { lazy } from "react";
import { OnDemand } from "./OnDemand.tsx";

export interface Branch {
  readonly value: string;
  readonly title: string;
  readonly children: Branch[];
}

export interface TreeSelectProps {
  readonly id: string;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
  readonly placeholder: string;
  readonly loading: boolean;
  readonly tree: Branch[];
  /** Which branches stand open at the first look. */
  readonly opened: string[];
  readonly listWidth: number;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

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
