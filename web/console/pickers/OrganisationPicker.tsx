import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import type { Values } from "../../../core/register/field.ts";
import * as queries from "../../api/queries.ts";
import { useWords } from "../../words/language.tsx";
import type { PickerProps } from "./picker.ts";

/** Offers the organisations that supervise the entry's sector, or its further one, at its place, where these are known. */
export function OrganisationPicker({
  id,
  value,
  onChange,
  about,
  describedBy,
  invalid,
}: PickerProps & { readonly about: Values }) {
  const { words, say } = useWords();
  const { sector, secondSector, region } = about;
  const sectors = [sector, secondSector].filter((code) => typeof code === "string");
  const search = {
    ...(sectors.length > 0 ? { supervises: sectors.join(",") } : {}),
    ...(typeof region === "string" ? { region } : {}),
  };
  const { data: organisations, isPending } = useQuery(queries.organisations(search));
  return (
    <Select
      id={id}
      aria-describedby={describedBy}
      status={invalid ? "error" : ""}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      loading={isPending}
      placeholder={words.choose}
      notFoundContent={words.nothingFound}
      value={isPending ? undefined : value}
      onChange={onChange}
      options={
        organisations?.map((organisation) => ({ value: organisation.id, label: say(organisation.name) })) ??
        []
      }
    />
  );
}
