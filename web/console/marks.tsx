import type { Due, EntryView, RegisterView } from "../api/types.ts";
import { Mark } from "../ui/marks.tsx";
import { useWords } from "../words/language.tsx";
import { Explained } from "./help/Explained.tsx";
import { dueTones, levelTone } from "./risk.ts";
import { stateNamed } from "./words-of.ts";

interface StateMarkProps {
  readonly register: Pick<RegisterView, "states">;
  readonly state: string;
  /** Whether the words of the glossary in it explain themselves: on an entry, and not in every row of a list. */
  readonly explained?: boolean;
}

export function StateMark({ register, state, explained = false }: StateMarkProps) {
  const { say } = useWords();
  const { words, final } = stateNamed(register, state);
  const name = say(words);
  return (
    <Mark tone={final ? "final" : "state"}>
      {/* One piece, or the words of the name would stand apart. */}
      {explained ? (
        <span>
          <Explained text={name} />
        </span>
      ) : (
        name
      )}
    </Mark>
  );
}

interface RestrictedProps {
  readonly register: RegisterView;
  readonly entry: EntryView;
}

const restrictionOf = ({ register, entry }: RestrictedProps) =>
  entry.values.restricted === true ? register.fields.find(({ name }) => name === "restricted") : undefined;

/** That an entry is kept from whoever would see it by region alone: whoever sees it is to know that others do not. */
export function RestrictedMark(props: RestrictedProps) {
  const { say } = useWords();
  const field = restrictionOf(props);
  if (field === undefined) return null;
  return (
    <Mark tone="state" title={field.why && say(field.why)}>
      {say(field.words)}
    </Mark>
  );
}

/** From whom it is kept, and until when, on the entry itself: what a mark says only under a mouse, a phone never tells. */
export function RestrictedNote(props: RestrictedProps) {
  const { say } = useWords();
  const why = restrictionOf(props)?.why;
  return why === undefined ? null : <p className="soft">{say(why)}</p>;
}

/** How long is left, or how long ago the deadline passed, in working days as the server counted them. */
export function DueMark({ due }: { readonly due: Due }) {
  const { words } = useWords();
  const text = useDueText(due);
  const title = due.provisional
    ? `${words.due.on(due.on)} ${words.due.provisionalWhy}`
    : words.due.on(due.on);
  return (
    <Mark tone={dueTones[due.state]} title={title}>
      {due.provisional ? `${text} · ${words.due.provisional}` : text}
    </Mark>
  );
}

export function useDueText({ state, workingDays }: Due): string {
  const { words } = useWords();
  if (state === "overdue" || state === "veryOverdue")
    return workingDays === 0 ? words.due.overdueToday : words.due.overdueBy(-workingDays);
  return state === "today" ? words.due.today : words.due.inDays(workingDays);
}

/** The mark of a choice that is a level of risk; other choices are plain text. */
export function LevelMark({
  register,
  entry,
  name,
}: {
  readonly register: RegisterView;
  readonly entry: EntryView;
  readonly name: string;
}) {
  const { say } = useWords();
  const field = register.fields.find((known) => known.name === name);
  const value = entry.values[name];
  if (field?.kind !== "choice" || typeof value !== "string") return null;
  return <Mark tone={levelTone(field.options, value)}>{say(field.options[value] ?? value)}</Mark>;
}
