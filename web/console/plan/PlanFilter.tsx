import { useId } from "react";
import type { CampaignView, MeasureView } from "../../api/plan-types.ts";
import { SearchSelect } from "../../ui/antd/SearchSelect.tsx";
import { Button } from "../../ui/controls/Button.tsx";
import { useWords } from "../../words/language.tsx";
import { daysDue, own, type PlanSearch, standing } from "./plan-view.ts";

interface PlanFilterProps {
  readonly campaign: CampaignView;
  readonly measures: readonly MeasureView[];
  readonly search: PlanSearch;
  readonly onAsk: (search: PlanSearch) => void;
}

/** Whose measures, due by when, of which action: each choice is in the address at once. */
export function PlanFilter({ campaign, measures, search, onAsk }: PlanFilterProps) {
  const { words, say } = useWords();
  const { plan } = words;
  const change = (name: keyof PlanSearch) => (value: string | undefined) => {
    const { [name]: _before, ...others } = search;
    onAsk(value === undefined ? others : { ...others, [name]: value });
  };
  const days = daysDue(measures).map((day) => ({ value: day, label: plan.by(day) }));
  const actions = campaign.actions.map(({ number, title }) => ({
    value: String(number),
    label: `${number}. ${say(title)}`,
  }));
  return (
    <section className="paper plan-filters" aria-label={plan.filters}>
      <Choice
        label={plan.unit}
        any={plan.anyUnit}
        value={search.unit}
        options={useUnitOptions(campaign)}
        onChange={change("unit")}
      />
      <Choice
        label={plan.due}
        any={plan.anyDue}
        value={search.due}
        options={[...days, { value: standing, label: plan.standing }]}
        onChange={change("due")}
      />
      <Choice
        label={plan.action}
        any={plan.anyAction}
        value={search.action}
        options={actions}
        onChange={change("action")}
      />
      <Button onClick={() => onAsk({})}>{plan.reset}</Button>
    </section>
  );
}

/** One's own units first, then every unit that the plan names. */
function useUnitOptions({ units, own: mine }: CampaignView): readonly Option[] {
  const { words, say } = useWords();
  const named = units.map(({ id, name }) => ({ value: id, label: say(name) }));
  const ours = named.filter(({ value }) => mine.includes(value)).map(({ label }) => label);
  if (ours.length === 0) return named;
  return [{ value: own, label: words.plan.own(ours.join(words.comma)) }, ...named];
}

interface Option {
  readonly value: string;
  readonly label: string;
}

function Choice({
  label,
  any,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly any: string;
  readonly value: string | undefined;
  readonly options: readonly Option[];
  readonly onChange: (value: string | undefined) => void;
}) {
  const { words } = useWords();
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <SearchSelect
        id={id}
        placeholder={any}
        nothingFound={words.nothingFound}
        value={value}
        onChange={onChange}
        options={options}
      />
    </div>
  );
}
