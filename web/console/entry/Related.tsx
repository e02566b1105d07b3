import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import * as queries from "../../api/queries.ts";
import type { EntryView, RegisterView } from "../../api/types.ts";
import { useFirstSight } from "../../ui/first-sight.ts";
import { useWords } from "../../words/language.tsx";

/** Lists of the entries that point at this one, where those lists can be narrowed so. */
export function Related({ register, entry }: { readonly register: RegisterView; readonly entry: EntryView }) {
  const { words, say } = useWords();
  const pointing = register.pointedAtBy;
  const enabled = useFirstSight();
  const counted = useQueries({
    queries: pointing.map((other) => ({
      ...queries.entries(other.register, { [other.field]: entry.id, limit: "1", count: "exact" }),
      enabled,
    })),
  });
  if (pointing.length === 0) return null;
  return (
    <section className="paper related">
      <h2>{words.entry.related}</h2>
      <ul>
        {pointing.map((other, at) => (
          <li key={`${other.register}/${other.field}`}>
            <Link
              to="/registers/$register"
              params={{ register: other.register }}
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
