import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate, useRouter } from "@tanstack/react-router";
import * as queries from "../../api/queries.ts";
import type { ActView, RegisterView } from "../../api/types.ts";
import { Alert } from "../../ui/controls/Alert.tsx";
import { useTitle, useWords } from "../../words/language.tsx";
import { ActForm } from "../form/ActForm.tsx";
import { actNamed, fieldNamed } from "../words-of.ts";
import { NotFoundPage } from "./ProblemPage.tsx";

const route = getRouteApi("/shell/registers/$register/new/$act");

/** The form of an act that opens an entry. */
export default function NewEntryPage() {
  const { say } = useWords();
  const params = route.useParams();
  const { data: register } = useSuspenseQuery(queries.register(params.register));
  const given = route.useSearch();
  const offered = register.opening.find(({ name }) => name === params.act);
  const navigate = useNavigate();
  const router = useRouter();
  useTitle(offered ? say(actNamed(register, offered.name).words) : say(register.words));
  if (offered === undefined) return <NotFoundPage />;
  const act = actNamed(register, offered.name);
  return (
    <div className="stack new-entry">
      <nav>
        <Link to="/registers/$register" params={{ register: register.name }}>
          {say(register.words)}
        </Link>
      </nav>
      <h1>{say(act.words)}</h1>
      {offered.refusal ? (
        <Alert tone="warning" title={say(offered.refusal.words)} />
      ) : (
        <section className="paper new-entry-form">
          <ActForm
            key={act.name}
            register={register}
            act={act}
            offered={{ ...offered, suggested: { ...offered.suggested, ...linksIn(given, register, act) } }}
            onCancel={() => router.history.back()}
            onDone={({ entry, warnings = [] }) =>
              navigate({
                to: "/registers/$register/entries/$entry",
                params: { register: register.name, entry: entry.id },
                state: { done: act.name, warned: warnings },
                replace: true,
              })
            }
          />
        </section>
      )}
    </div>
  );
}

/** What the page that led here points at: entries by their ids, as far as the act takes them. */
const linksIn = (
  given: Readonly<Record<string, string>>,
  register: RegisterView,
  { needs, takes }: ActView,
) =>
  Object.fromEntries(
    Object.entries(given).filter(
      ([name]) => [...needs, ...takes].includes(name) && fieldNamed(register, name).kind === "link",
    ),
  );
