import "../form/form.css";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { problemOf } from "../../api/problem.ts";
import * as queries from "../../api/queries.ts";
import { useWords } from "../../words/language.tsx";
import { draftsOn } from "../form/draft.ts";
import { Unsent } from "../form/Unsent.tsx";
import { useSession } from "../session.ts";
import { ProblemPage, ProblemView } from "./ProblemPage.tsx";

/**
 * Why an entry cannot be shown. Whoever was writing on it had it before them: it has moved out of their sight since, and what they
 * wrote is theirs to take along.
 */
export function EntryProblemPage({ error }: { readonly error: unknown }) {
  const { words } = useWords();
  const { person, post } = useSession();
  const { register: name = "", entry = "" } = useParams({ strict: false });
  const { data: register } = useQuery(queries.register(name));
  const place = { person: person.id, post: post.id, register: name, entry };
  const drafts = [...draftsOn(sessionStorage, place).values()];
  if (problemOf(error).status !== 404 || register === undefined || drafts.length === 0)
    return <ProblemPage error={error} />;
  return (
    <ProblemView title={words.problem.outOfSight} help={words.problem.outOfSightHelp}>
      {drafts.map(({ key, values }) => (
        <Unsent key={key} register={register} values={values} />
      ))}
    </ProblemView>
  );
}
