import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import * as queries from "../../api/queries.ts";
import type { EntryView, RegisterView } from "../../api/types.ts";
import { useWords } from "../../words/language.tsx";
import { actNamed } from "../words-of.ts";

const act = "assignFromDirective";

/** From a directive to the form of a task of it, for whoever may assign one. */
export function AssignFrom({
  register,
  entry,
}: {
  readonly register: RegisterView;
  readonly entry: EntryView;
}) {
  const { say } = useWords();
  const { data: task } = useQuery(queries.register("task"));
  const isFinal = register.states.find(({ name }) => name === entry.state)?.final;
  const offered = task?.opening.find(({ name }) => name === act);
  if (task === undefined || offered === undefined || offered.refusal || isFinal) return null;
  return (
    <nav className="paper assign-from">
      <Link
        className="main-link"
        to="/registers/$register/new/$act"
        params={{ register: "task", act }}
        search={{ directive: entry.id }}
      >
        {say(actNamed(task, act).words)}
      </Link>
    </nav>
  );
}
