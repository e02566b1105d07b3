import { Link } from "@tanstack/react-router";
import type { ClauseView, MeasureView } from "../../api/plan-types.ts";
import { useWords } from "../../words/language.tsx";
import { Due, Line, Units } from "./ClauseData.tsx";
import { Beside, Marked, Verbatim } from "./PlanText.tsx";
import { commonUnits, ownUnits } from "./plan-view.ts";

export const measureAnchor = (number: number): string => `measure-${number}`;

/** One measure: its text as the plan has it, and beside it clause by clause who, by when, how often and how much. */
export function MeasureCard({
  measure,
  isAsked,
}: {
  readonly measure: MeasureView;
  readonly isAsked: boolean;
}) {
  const { words, say } = useWords();
  const { number, title, clauses, joint, registers } = measure;
  const id = measureAnchor(number);
  const common = commonUnits(clauses);
  return (
    <article
      id={id}
      className={`paper plan-part ${isAsked ? "plan-asked" : ""}`}
      aria-labelledby={`${id}-title`}
      tabIndex={-1}
    >
      <h3 id={`${id}-title`} className="plan-measure-title">
        <span className="plan-number">{number}</span>
        {say(title)}
      </h3>
      <Beside text={<Verbatim heading={`${number}.`} clauses={clauses} />}>
        <dl>
          <Units {...common} everywhere={joint.filter(({ everywhere }) => everywhere)} />
          <Line label={words.plan.registers}>
            {registers.length === 0 ? (
              <span className="soft">{words.plan.noRegister}</span>
            ) : (
              registers.map((register) => (
                <Link key={register.name} to="/registers/$register" params={{ register: register.name }}>
                  {say(register.words)}
                </Link>
              ))
            )}
          </Line>
          <Line label={words.plan.detailed}>
            <Link
              to="/registers/$register"
              params={{ register: "sub-plan" }}
              search={{ measures: String(number) }}
            >
              {words.plan.detailedBy}
            </Link>
          </Line>
        </dl>
        <ol className="plan-clauses">
          {clauses.map((clause) => (
            <ClauseItem key={clause.number} clause={clause} units={ownUnits(clause, common)} />
          ))}
        </ol>
      </Beside>
    </article>
  );
}

function ClauseItem({
  clause,
  units,
}: {
  readonly clause: ClauseView;
  /** Those that not all of the measure's clauses have. */
  readonly units: Pick<ClauseView, "leads" | "joint">;
}) {
  const { words } = useWords();
  return (
    <li>
      <p>
        <span className="plan-clause-number">{words.plan.clause(clause.number)}</span>{" "}
        <span lang="zh-CN">
          <Marked clause={clause} />
        </span>
      </p>
      <dl>
        <Units {...units} />
        <Due {...clause} />
      </dl>
    </li>
  );
}
