import type { ReactNode } from "react";
import type { Reading } from "../../../core/pack/plan.ts";
import type { ClauseView, PlanDue, UnitView } from "../../api/plan-types.ts";
import { Mark } from "../../ui/marks.tsx";
import { useWords } from "../../words/language.tsx";
import { targetText } from "./plan-view.ts";

/** What a clause says as data, one line to each kind that it has; what we read out of it stands apart, below. */
export function Due({ dates, frequencies, targets, readings }: PlanDue) {
  const { words } = useWords();
  const { plan } = words;
  return (
    <>
      <Line label={plan.dates}>
        {dates.map(({ words: said, from, by }) => (
          <span key={by + said}>
            <Mark tone="blue">{from === undefined ? plan.by(by) : plan.during(from, by)}</Mark>{" "}
            <Quoted>{said}</Quoted>
          </span>
        ))}
      </Line>
      <Line label={plan.frequencies}>
        {frequencies.map(({ words: said, every, toBeConfirmed }) => (
          <span key={every + said}>
            <Mark tone="blue">{plan.every[every]}</Mark>{" "}
            {said !== plan.every[every] && <Quoted>{said}</Quoted>}
            {toBeConfirmed && <ToBeConfirmed />}
          </span>
        ))}
      </Line>
      <Line label={plan.targets}>
        {targets.map((target) => (
          <TargetText key={target.counts.en} target={target} />
        ))}
      </Line>
      {readings.length > 0 && <Readings readings={readings} />}
    </>
  );
}

function TargetText({ target }: { readonly target: PlanDue["targets"][number] }) {
  const { words, say } = useWords();
  return (
    <span>
      {say(target.counts)}
      {words.colon}
      <strong>{targetText(target, words)}</strong> <Quoted>{target.words}</Quoted>
      {target.toBeConfirmed && <ToBeConfirmed />}
    </span>
  );
}

/** None of it is the plan's text, so it is never quoted and always marked; what rests on one source stands together. */
function Readings({ readings }: Pick<PlanDue, "readings">) {
  const { words, say } = useWords();
  const sources = [...new Set(readings.map(({ source }) => source))];
  return (
    <div className="plan-line plan-readings">
      <dt>{words.plan.readings}</dt>
      <dd>
        {sources.map((source) => (
          <div key={source}>
            <Mark tone="yellow" title={words.plan.readingsNote}>
              {words.plan.toBeConfirmed}
            </Mark>{" "}
            <span className="soft" lang="zh-CN">
              {source}
            </span>
            <ul>
              {readings
                .filter((reading) => reading.source === source)
                .map((reading) => (
                  <li key={reading.what.en}>
                    {say(reading.what)}
                    <Amount reading={reading} />
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </dd>
    </div>
  );
}

function Amount({ reading }: { readonly reading: Reading }) {
  const { words } = useWords();
  const text = targetText(reading, words);
  if (text === "") return null;
  return (
    <>
      {words.colon}
      <strong>{text}</strong>
    </>
  );
}

/** Words of the plan, in its own language. */
function Quoted({ children }: { readonly children: string }) {
  return (
    <q className="soft" lang="zh-CN">
      {children}
    </q>
  );
}

function ToBeConfirmed() {
  const { words } = useWords();
  return (
    <>
      {" "}
      <Mark tone="yellow" title={words.plan.readingWhy}>
        {words.plan.toBeConfirmed}
      </Mark>
    </>
  );
}

export function Units({
  leads,
  joint,
  everywhere = [],
}: Pick<ClauseView, "leads" | "joint"> & { readonly everywhere?: readonly UnitView[] }) {
  const { words, say } = useWords();
  const names = (units: readonly UnitView[]) => units.map(({ name }) => say(name)).join(words.comma);
  return (
    <>
      <Line label={words.plan.leads}>{leads.length > 0 && <span>{names(leads)}</span>}</Line>
      <Line label={words.plan.joint}>
        {joint.length > 0 && <span>{names(joint)}</span>}
        {everywhere.length > 0 && <span className="soft">{words.plan.everywhere(names(everywhere))}</span>}
      </Line>
    </>
  );
}

/** A line of a list of terms; nothing where there is nothing to say. */
export function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const said = Array.isArray(children) ? children.filter(Boolean) : children;
  if (!said || (Array.isArray(said) && said.length === 0)) return null;
  return (
    <div className="plan-line">
      <dt>{label}</dt>
      <dd>{said}</dd>
    </div>
  );
}
