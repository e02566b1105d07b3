import { useQueries, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Words } from "../../../core/words.ts";
import * as queries from "../../api/queries.ts";
import type { EntryView, RegisterView } from "../../api/types.ts";
import { useWords } from "../../words/language.tsx";

interface Pointing {
  readonly register: RegisterView;
  readonly field: string;
  /** What they are to this one. */
  readonly words: Words;
}

/** Lists of the entries that point at this one, where those lists can be narrowed so. */
export function Related({ register, entry }: { readonly register: RegisterView; readonly entry: EntryView }) {
  const { words, say } = useWords();
  const pointing = usePointing(register);
  const counted = useQueries({
    queries: pointing.map((other) =>
      queries.entries(other.register.name, { [other.field]: entry.id, limit: "1", count: "exact" }),
    ),
  });
  if (pointing.length === 0) return null;
  return (
    <section className="paper related">
      <h2>{words.entry.related}</h2>
      <ul>
        {pointing.map((other, at) => (
          <li key={`${other.register.name}/${other.field}`}>
            <Link
              to="/registers/$register"
              params={{ register: other.register.name }}
              search={{ [other.field]: entry.id }}
            >
              {words.entry.relatedOf(say(other.words), counted[at]?.data?.total ?? 0)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function usePointing({ name }: RegisterView): readonly Pointing[] {
  const { data: registers } = useSuspenseQuery(queries.registers);
  const described = useQueries({ queries: registers.map((other) => queries.register(other.name)) });
  return described.flatMap(({ data }) => (data === undefined ? [] : pointingFields(data, name)));
}

function pointingFields(register: RegisterView, target: string): readonly Pointing[] {
  return register.fields.flatMap((field) => {
    if (field.kind !== "link" && field.kind !== "links") return [];
    if (field.register !== target || !register.filters.includes(field.name)) return [];
    const words = (field.kind === "links" && field.backwards) || register.words;
    return [{ register, field: field.name, words }];
  });
}
