import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import * as queries from "../../api/queries.ts";
import { useInUse } from "../../ui/antd/in-use.ts";
import type { Branch } from "../../ui/antd/props.ts";
import { TreeSelect } from "../../ui/antd/TreeSelect.tsx";
import { useWords } from "../../words/language.tsx";
import type { PickerProps } from "./picker.ts";
import { regionTree } from "./region-tree.ts";

export function RegionPicker({ id, value, onChange, describedBy, invalid }: PickerProps) {
  const { words, say } = useWords();
  const isInUse = useInUse();
  const { data: regions, isPending } = useQuery({
    ...queries.regions,
    enabled: isInUse || value !== undefined,
  });
  const tree = useMemo(() => regionTree(regions ?? [], say), [regions, say]);
  return (
    <TreeSelect
      id={id}
      describedBy={describedBy}
      invalid={invalid}
      loading={isInUse && isPending}
      placeholder={words.choose}
      value={value}
      onChange={onChange}
      listWidth={280}
      tree={tree}
      opened={outermost(tree)}
    />
  );
}

/** The province and the prefecture stand open, so that the first look shows the counties. */
function outermost(tree: Branch[]): string[] {
  return tree.flatMap(({ value, children }) => [value, ...children.map((child) => child.value)]);
}
