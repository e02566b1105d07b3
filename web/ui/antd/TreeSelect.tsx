import { OnDemand } from "./OnDemand.tsx";
import type { Branch, TreeSelectProps } from "./props.ts";

/** One of a tree, found by typing or by its branch. */
export function TreeSelect(props: TreeSelectProps) {
  const shown = props.value === undefined ? "" : (titleIn(props.tree, props.value) ?? "");
  return (
    <OnDemand standIn={{ ...props, shown }}>
      {({ TreeControl }, asked) => <TreeControl {...props} asked={asked} />}
    </OnDemand>
  );
}

function titleIn(tree: readonly Branch[], value: string): string | undefined {
  for (const branch of tree) {
    const title = branch.value === value ? branch.title : titleIn(branch.children, value);
    if (title !== undefined) return title;
  }
  return undefined;
}
