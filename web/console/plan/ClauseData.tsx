import type { ReactNode } from "react";
import type { ClauseView, PlanDue, UnitView } from "../../api/plan-types.ts";
import { Mark } from "../../ui/marks.tsx";
import { useWords } from "../../words/language.tsx";
import { targetText } from "./plan-view.ts";

/** What a clause, or a whole measure, says as data: one line to each kind that it has. */
export function Due({ dates, frequencies, targets }: PlanDue) {
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
            {toBeConfirmed && <Reading />}
          </span>
        ))}
      </Line>
      <Line label={plan.targets}>
        {targets.map((target) => (
          <TargetText key={target.counts.en} target={target} />
        ))}
      </Line>
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
      {target.toBeConfirmed && <Reading />}
    </span>
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

function Reading() {
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
