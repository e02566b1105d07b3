import "../list/list.css";
import "./form-times.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import { limits } from "../../../core/limits.ts";
import type { FormTimesView } from "../../api/form-time-types.ts";
import * as queries from "../../api/queries.ts";
import { SelectBox } from "../../ui/controls/SelectBox.tsx";
import type { Dictionary } from "../../words/dictionary.ts";
import { useTitle, useWords } from "../../words/language.tsx";

const route = getRouteApi("/shell/form-times");

/** How long each form takes, for whoever looks after the product; of nobody in particular. */
export default function FormTimesPage() {
  const { words } = useWords();
  const { month: asked } = route.useSearch();
  const { data } = useSuspenseQuery(queries.formTimes(asked));
  useTitle(words.formTimes.title);
  return (
    <div className="stack">
      <div className="page-head">
        <h1>{words.formTimes.title}</h1>
      </div>
      <p className="soft">{words.formTimes.purpose}</p>
      <MonthChoice month={data.month} months={data.months} />
      {data.forms.length === 0 ? (
        <p className="paper blank">{words.formTimes.none}</p>
      ) : (
        <div className="list">
          <FormTable forms={data.forms} />
          <ul className="paper cards">
            {data.forms.map((form) => (
              <FormCard key={keyOf(form)} form={form} />
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

const keyOf = ({ register, act, device }: FormTimesView): string => `${register}/${act}/${device}`;

function MonthChoice({ month, months }: { readonly month: string; readonly months: readonly string[] }) {
  const { words } = useWords();
  const id = useId();
  const navigate = useNavigate();
  const all = [...new Set([month, ...months])].toSorted().reverse();
  return (
    <div className="filter form-times-month">
      <label htmlFor={id}>{words.formTimes.month}</label>
      <SelectBox
        id={id}
        value={month}
        options={all.map((value) => ({ value, label: value }))}
        onChange={(value = month) => void navigate({ to: "/form-times", search: { month: value } })}
      />
    </div>
  );
}

function FormTable({ forms }: { readonly forms: readonly FormTimesView[] }) {
  const { words } = useWords();
  const { title, form, device, count, median, ninetieth } = words.formTimes;
  return (
    <div className="paper table-frame">
      <table className="table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {[form, device, count, median, ninetieth].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {forms.map((one) => (
            <FormRow key={keyOf(one)} form={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface One {
  readonly form: FormTimesView;
}

function FormRow({ form }: One) {
  const { words } = useWords();
  const { times, device } = form;
  return (
    <tr>
      <td>
        <FormName form={form} />
      </td>
      <td>{words.formTimes.devices[device]}</td>
      {times === null ? (
        <td colSpan={3} className="soft">
          {words.formTimes.few(limits.formsToldLeast)}
        </td>
      ) : (
        <>
          <td>{words.formTimes.atLeast(times.formsAtLeast)}</td>
          <td>{within(times.medianAtMostSeconds, words)}</td>
          <td>{within(times.ninetiethAtMostSeconds, words)}</td>
        </>
      )}
    </tr>
  );
}

function FormCard({ form }: One) {
  const { words } = useWords();
  const { times, device } = form;
  const { few, atLeast, median, ninetieth, devices } = words.formTimes;
  return (
    <li className="card">
      <p className="card-title">
        <FormName form={form} />
      </p>
      <p className="soft">
        {devices[device]}
        {words.comma}
        {times === null ? few(limits.formsToldLeast) : atLeast(times.formsAtLeast)}
      </p>
      {times !== null && (
        <dl className="card-facts">
          <div>
            <dt>{median}</dt>
            <dd>{within(times.medianAtMostSeconds, words)}</dd>
          </div>
          <div>
            <dt>{ninetieth}</dt>
            <dd>{within(times.ninetiethAtMostSeconds, words)}</dd>
          </div>
        </dl>
      )}
    </li>
  );
}

function FormName({ form: { registerWords, actWords } }: One) {
  const { say } = useWords();
  return (
    <>
      <span className="soft">{say(registerWords)}</span> {say(actWords)}
    </>
  );
}

function within(seconds: number | null, { formTimes }: Dictionary): string {
  if (seconds === null) return formTimes.beyond;
  return seconds < 60 ? formTimes.seconds(seconds) : formTimes.minutes(seconds / 60);
}
