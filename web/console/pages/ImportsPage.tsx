import "../imports/imports.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type ImportMode, type ImportView, ownImports, templatePath } from "../../api/imports.ts";
import * as queries from "../../api/queries.ts";
import type { RegisterView } from "../../api/types.ts";
import { formatInstant, formatSize } from "../../ui/format.ts";
import { useTitle, useWords } from "../../words/language.tsx";
import { BringFile } from "../imports/BringFile.tsx";
import { countsText } from "../imports/counts-text.ts";
import { SaveFile } from "../imports/SaveFile.tsx";
import { ForbiddenPage } from "./ProblemPage.tsx";

const route = getRouteApi("/shell/registers/$register/imports");
const modes: readonly ImportMode[] = ["open", "record"];

/** Where a file of rows is brought into a register, by whoever may. */
export default function ImportsPage() {
  const { register: name } = route.useParams();
  const { data: register } = useSuspenseQuery(queries.register(name));
  return register.mayImport ? <Imports register={register} /> : <ForbiddenPage />;
}

/** The forms to fill in, the way to bring a file, and what was brought before. */
function Imports({ register }: { readonly register: RegisterView }) {
  const { words, say } = useWords();
  const { name } = register;
  const { data: imports } = useSuspenseQuery(ownImports(name));
  const title = words.imports.title(say(register.words));
  useTitle(title);
  return (
    <div className="stack">
      <div className="page-head">
        <h1>{title}</h1>
        <Link to="/registers/$register" params={{ register: name }}>
          {words.imports.toList(say(register.words))}
        </Link>
      </div>
      <section className="paper imports-section stack">
        <p>{words.imports.purpose}</p>
        <BringFile register={name} label={words.imports.choose} />
        <h2>{words.imports.templates}</h2>
        <p className="soft">{words.imports.templateWhy}</p>
        <div className="row">
          {modes
            .filter((mode) => register.importModes.includes(mode))
            .map((mode) => (
              <SaveFile key={mode} path={templatePath(name, mode)} label={words.imports.templateOf[mode]} />
            ))}
        </div>
      </section>
      <section className="paper imports-section" aria-label={words.imports.earlier}>
        <h2>{words.imports.earlier}</h2>
        {imports.length === 0 ? (
          <p className="soft">{words.imports.none}</p>
        ) : (
          imports.map((one) => <Earlier key={one.id} one={one} />)
        )}
      </section>
    </div>
  );
}

function Earlier({ one }: { readonly one: ImportView }) {
  const { words } = useWords();
  return (
    <div className="imports-own">
      <div>
        <Link to="/imports/$import" params={{ import: one.id }}>
          {one.file}
        </Link>
        <p className="soft">
          {formatInstant(one.at)} · {formatSize(one.sizeBytes)}
        </p>
      </div>
      <p>{words.imports.states[one.state]}</p>
      <p className="soft">{one.state === "read" ? "" : countsText(words, one.counts)}</p>
    </div>
  );
}
