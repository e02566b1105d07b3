import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Values } from "../../../core/register/field.ts";
import type { CriteriaItem, FoundTopic } from "../../api/criteria-types.ts";
import * as queries from "../../api/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { TextInput } from "../../ui/controls/TextInput.tsx";
import { Mark } from "../../ui/marks.tsx";
import { useWords } from "../../words/language.tsx";
import { Dialog } from "../Dialog.tsx";
import { ImportedMark } from "../library/marks.tsx";
import { useDialog } from "../use-dialog.ts";
import type { PickerProps } from "./picker.ts";
import { SectorPicker } from "./SectorPicker.tsx";
import { useSettled } from "./use-settled.ts";

type CriteriaPickerProps = PickerProps & { readonly about: Values };

/** Finds the item by which a hazard is judged, among those in force on the day on which it was found. */
export function CriteriaPicker({ id, value, onChange, about, describedBy }: CriteriaPickerProps) {
  const { words } = useWords();
  const own = useDialog();
  const choose = (item: CriteriaItem) => {
    onChange(item.id);
    own.setOpen(false);
  };
  return (
    <div className="criteria">
      {value !== undefined && <ChosenItem id={value} about={about} />}
      <div className="row">
        <Button id={id} aria-describedby={describedBy} onClick={() => own.setOpen(true)}>
          {value === undefined ? words.criteria.choose : words.criteria.change}
        </Button>
        {value !== undefined && (
          <Button look="text" onClick={() => onChange(undefined)}>
            {words.criteria.clear}
          </Button>
        )}
      </div>
      <Dialog own={own} title={words.criteria.choose} className="criteria-dialog">
        <CriteriaSearch about={about} chosen={value} onChoose={choose} />
      </Dialog>
    </div>
  );
}

const dayOf = ({ foundOn }: Values): string | undefined =>
  typeof foundOn === "string" ? foundOn : undefined;

function ChosenItem({ id, about }: { readonly id: string; readonly about: Values }) {
  const on = dayOf(about);
  const [standard = "", item = ""] = id.split("/");
  const { data } = useQuery(queries.criteria({ q: `${standard}/${item}`, ...(on ? { on } : {}) }));
  const found = data?.items.find((known) => known.id === id);
  return (
    <div className="criteria-chosen">
      {found === undefined ? <span className="code">{id}</span> : <Item item={found} />}
    </div>
  );
}

const offered = 50;

interface CriteriaSearchProps {
  readonly about: Values;
  readonly chosen: string | undefined;
  readonly onChoose: (item: CriteriaItem) => void;
}

function CriteriaSearch({ about, chosen, onChoose }: CriteriaSearchProps) {
  const { words } = useWords();
  const [typed, setTyped] = useState("");
  const [sector, setSector] = useState(typeof about.sector === "string" ? about.sector : undefined);
  const q = useSettled(typed.trim());
  const on = dayOf(about);
  const { data, isFetching } = useQuery({
    ...queries.criteria({
      ...(q === "" ? {} : { q }),
      ...(sector === undefined ? {} : { sector }),
      ...(on === undefined ? {} : { on }),
      limit: String(offered),
    }),
    placeholderData: keepPreviousData,
  });
  const items = data?.items;
  return (
    <div className="stack">
      <div className="criteria-search">
        <TextInput
          autoFocus
          type="search"
          aria-label={words.criteria.search}
          placeholder={words.criteria.search}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <label htmlFor="criteria-sector" className="visually-hidden">
          {words.criteria.sector}
        </label>
        <SectorPicker
          id="criteria-sector"
          value={sector}
          onChange={setSector}
          placeholder={words.criteria.allSectors}
        />
      </div>
      {on !== undefined && <p className="soft">{words.criteria.inForce(on)}</p>}
      <ul className="criteria-list" aria-busy={isFetching}>
        {items?.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className="criteria-item"
              aria-pressed={item.id === chosen}
              onClick={() => onChoose(item)}
            >
              <Item item={item} />
            </button>
          </li>
        ))}
      </ul>
      {items?.length === 0 && <Nothing topics={data?.topics ?? []} />}
      {items?.length === offered && <p className="soft">{words.criteria.more}</p>}
    </div>
  );
}

/** Nothing to choose: either nothing fits, or of what applies only topics are known. */
function Nothing({ topics }: { readonly topics: readonly FoundTopic[] }) {
  const { words, say } = useWords();
  const standards = [...new Set(topics.map(({ standard }) => say(standard.name)))];
  return (
    <p className="blank">
      {standards.length === 0 ? words.nothingFound : words.criteria.noItems(standards.join(words.comma))}
    </p>
  );
}

function Item({ item }: { readonly item: CriteriaItem }) {
  const { words, say } = useWords();
  const { standard, article, text, source, toBeConfirmed, imported } = item;
  return (
    <>
      <span className="criteria-head">
        {say(standard.name)} {article}
        {standard.kind === "keyCheckItems" && <Mark>{words.library.kinds.keyCheckItems}</Mark>}
        {imported && <ImportedMark />}
        {toBeConfirmed && <Mark tone="yellow">{words.criteria.toBeConfirmed}</Mark>}
      </span>
      <span className="criteria-text">{say(text)}</span>
      <span className="soft criteria-source">
        {words.criteria.source}
        {words.colon}
        {source}
      </span>
    </>
  );
}
