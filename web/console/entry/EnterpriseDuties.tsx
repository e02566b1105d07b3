import "./duties.css";
import { useQuery } from "@tanstack/react-query";
import * as queries from "../../api/queries.ts";
import type { DutyView } from "../../api/types.ts";
import { Mark } from "../../ui/marks.tsx";
import { useWords } from "../../words/language.tsx";

/** The duties of an enterprise by its class and grade: its own, and those of who supervises it. */
export function EnterpriseDuties({ enterprise }: { readonly enterprise: string }) {
  const { words } = useWords();
  const { data } = useQuery(queries.duties(enterprise));
  if (data === undefined || data.duties.length === 0) return null;
  const { grade, duties } = data;
  const by = (who: DutyView["by"]) => duties.filter((duty) => duty.by === who);
  return (
    <section className="paper duties">
      <header className="duties-head">
        <h2>{words.duties.title}</h2>
        <p className="soft">{grade === null ? words.duties.ungraded : words.duties.graded(grade)}</p>
      </header>
      <DutyRows title={words.duties.own} duties={by("enterprise")} />
      <DutyRows title={words.duties.supervisors} duties={by("supervisor")} />
    </section>
  );
}

function DutyRows({ title, duties }: { readonly title: string; readonly duties: readonly DutyView[] }) {
  const { words, say } = useWords();
  if (duties.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="duties-rows">
        {duties.map((duty) => (
          <li key={duty.id}>
            <span className="duties-what">{say(duty.words)}</span>
            <span className="row duties-marks">
              {duty.every !== null && <Mark>{words.plan.every[duty.every]}</Mark>}
              {duty.byGrade && <Mark>{words.duties.byGrade}</Mark>}
              {duty.toBeConfirmed && <Mark tone="yellow">{words.library.toBeConfirmed}</Mark>}
            </span>
            <small className="soft">{duty.source}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
