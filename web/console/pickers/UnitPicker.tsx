import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { limits } from "../../../core/limits.ts";
import { type EnterpriseName, enterpriseOf, enterprisesNamed } from "../../api/enterprise-names.ts";
import * as queries from "../../api/queries.ts";
import type { OrganisationView } from "../../api/types.ts";
import type { SearchOption } from "../../ui/antd/props.ts";
import { SearchSelect } from "../../ui/antd/SearchSelect.tsx";
import { useNarrow } from "../../ui/narrow.ts";
import { useWords } from "../../words/language.tsx";
import type { PickerProps } from "./picker.ts";
import { placeOf } from "./region-tree.ts";
import { useSettled } from "./use-settled.ts";

// On a desk enterprises stand with their codes and places beside their names, also where the box is narrow.
const deskWidth = 560;

/** Any organisation, and any enterprise once some of its name or its whole credit code is typed: there are too many to be listed. */
export function UnitPicker({ id, value, onChange, describedBy, invalid }: PickerProps) {
  const { words, say } = useWords();
  const isNarrow = useNarrow();
  const [typed, setTyped] = useState("");
  const text = typed.trim();
  const organisations = useQuery(queries.organisations({}));
  const regions = useQuery(queries.regions);
  const isEnterprise = value !== undefined && organisations.data?.every((known) => known.id !== value);
  const chosen = useQuery({ ...enterpriseOf(value ?? ""), enabled: isEnterprise === true });
  const found = useEnterprises(text);
  const asOption = ({ id: own, name, creditCode, region }: EnterpriseName): SearchOption => ({
    value: own,
    label: name,
    mark: [creditCode, placeOf(regions.data ?? [], region, say)].filter(Boolean).join(" "),
  });
  const enterprises = withChosen(found.enterprises, text === "" ? chosen.data?.enterprises[0] : undefined);
  const isPending = organisations.isPending || (isEnterprise === true && chosen.isPending);
  const offered = (organisations.data ?? []).filter((organisation) => isNamed(organisation, text));
  return (
    <SearchSelect
      id={id}
      describedBy={describedBy}
      invalid={invalid}
      onSearch={setTyped}
      loading={isPending || found.isFetching}
      placeholder={words.units.hint}
      nothingFound={found.blank}
      value={isPending ? undefined : value}
      onChange={onChange}
      {...(isNarrow ? {} : { listWidth: deskWidth })}
      options={[
        ...(found.more ? [{ value: "", label: words.units.more, disabled: true }] : []),
        ...enterprises.map(asOption),
        ...offered.map((organisation) => ({ value: organisation.id, label: say(organisation.name) })),
      ]}
    />
  );
}

/** The enterprises of a text, and what to say where there is nothing. */
function useEnterprises(text: string) {
  const { words } = useWords();
  const q = useSettled(text);
  const { data, isFetching, isPending, isPlaceholderData } = useQuery({
    ...enterprisesNamed(q),
    enabled: mayBeAsked(q),
  });
  if (!mayBeAsked(text))
    return { enterprises: [], more: false, isFetching: false, blank: words.units.tooShort };
  const { enterprises = [], more = false } = data ?? {};
  if (q === text && !isPending && !isPlaceholderData)
    return { enterprises, more, isFetching, blank: words.nothingFound };
  // What was found before stands on while it fits: Enter must not take what the text before this one meant.
  const fitting = enterprises.filter(({ name }) => name.includes(text));
  return { enterprises: fitting, more: false, isFetching: true, blank: words.loading };
}

/** What is chosen stays among what is offered, so that it is shown by its name. */
const withChosen = (found: readonly EnterpriseName[], chosen: EnterpriseName | undefined) =>
  chosen === undefined || found.some(({ id }) => id === chosen.id) ? found : [chosen, ...found];

// As the server counts them.
const mayBeAsked = (text: string): boolean =>
  [...text.normalize("NFKC")].length >= limits.enterpriseNameLeastCharacters;

const isNamed = ({ name, shortName }: OrganisationView, text: string): boolean =>
  [name.zh, name.en, shortName.zh, shortName.en].some((one) =>
    one.toLowerCase().includes(text.toLowerCase()),
  );
