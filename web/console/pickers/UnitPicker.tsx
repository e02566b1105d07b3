import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { limits } from "../../../core/limits.ts";
import { type EnterpriseName, enterpriseOf, enterprisesNamed } from "../../api/enterprise-names.ts";
import * as queries from "../../api/queries.ts";
import type { OrganisationView } from "../../api/types.ts";
import type { SearchOption } from "../../ui/antd/props.ts";
import { SearchSelect } from "../../ui/antd/SearchSelect.tsx";
import { useWords } from "../../words/language.tsx";
import type { PickerProps } from "./picker.ts";
import { placeOf } from "./region-tree.ts";
import { useSettled } from "./use-settled.ts";

// Enterprises stand with their codes and places beside their names.
const listWidth = 560;

/** Any organisation, and any enterprise once some of its name or its whole credit code is typed: there are too many to be listed. */
export function UnitPicker({ id, value, onChange, describedBy, invalid }: PickerProps) {
  const { words, say } = useWords();
  const [typed, setTyped] = useState("");
  const text = typed.trim();
  const q = useSettled(text);
  const isLongEnough = [...q].length >= limits.enterpriseNameLeastCharacters;
  const organisations = useQuery(queries.organisations({}));
  const regions = useQuery(queries.regions);
  const isEnterprise = value !== undefined && organisations.data?.every((known) => known.id !== value);
  const chosen = useQuery({ ...enterpriseOf(value ?? ""), enabled: isEnterprise === true });
  const found = useQuery({ ...enterprisesNamed(q), enabled: isLongEnough });
  const asOption = ({ id: own, name, creditCode, region }: EnterpriseName): SearchOption => ({
    value: own,
    label: name,
    mark: [creditCode, placeOf(regions.data ?? [], region, say)].filter(Boolean).join("  "),
  });
  const enterprises = isLongEnough && text !== "" ? (found.data?.enterprises ?? []) : [];
  const shown = withChosen(enterprises, text === "" ? chosen.data?.enterprises[0] : undefined);
  const isPending = organisations.isPending || (isEnterprise === true && chosen.isPending);
  const offered = (organisations.data ?? [])
    .filter((organisation) => isNamed(organisation, text))
    .map((organisation) => ({ value: organisation.id, label: say(organisation.name) }));
  const more = { value: "", label: words.units.more, disabled: true };
  return (
    <SearchSelect
      id={id}
      describedBy={describedBy}
      invalid={invalid}
      onSearch={setTyped}
      loading={isPending || (isLongEnough && found.isFetching)}
      placeholder={words.units.hint}
      nothingFound={isLongEnough || text === "" ? words.nothingFound : words.units.tooShort}
      value={isPending ? undefined : value}
      onChange={onChange}
      listWidth={listWidth}
      options={[
        ...shown.map(asOption),
        ...(enterprises.length > 0 && found.data?.more ? [more] : []),
        ...offered,
      ]}
    />
  );
}

/** What is chosen stays among what is offered, so that it is shown by its name. */
const withChosen = (found: readonly EnterpriseName[], chosen: EnterpriseName | undefined) =>
  chosen === undefined || found.some(({ id }) => id === chosen.id) ? found : [chosen, ...found];

const isNamed = ({ name, shortName }: OrganisationView, text: string): boolean =>
  [name.zh, name.en, shortName.zh, shortName.en].some((one) =>
    one.toLowerCase().includes(text.toLowerCase()),
  );
