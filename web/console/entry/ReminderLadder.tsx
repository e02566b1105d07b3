import "./reminder-ladder.css";
import { useQuery } from "@tanstack/react-query";
import type { RungWho } from "../../../core/reminders/ladder.ts";
import * as queries from "../../api/queries.ts";
import type { EntryView, ReminderRung, RemindersOfEntry } from "../../api/types.ts";
import { Mark } from "../../ui/marks.tsx";
import { useWords } from "../../words/language.tsx";
import { Explained } from "../help/Explained.tsx";

/** Up to whom the deadline of an entry was reminded of, and who is next: one line under the deadline, with all of it behind it. */
export function ReminderLadder({
  register,
  entry,
}: {
  readonly register: string;
  readonly entry: EntryView;
}) {
  const { words } = useWords();
  const { data: ladder } = useQuery({
    ...queries.reminders(register, entry.id),
    enabled: entry.due !== null,
  });
  if (entry.due === null || !ladder) return null;
  return (
    <details className="reminders">
      <summary>
        <b>{words.reminders.title}</b> <Sum ladder={ladder} />
      </summary>
      <ol>
        {ladder.climbed.map((rung) => (
          <RungRow key={`${rung.who} ${rung.after} ${rung.on}`} rung={rung} />
        ))}
        {ladder.next !== null && <RungRow rung={ladder.next} ahead />}
      </ol>
      <p className="soft reminders-source">
        <span>
          <Explained text={words.reminders.ladder} />
          {words.reminders.by(ladder.source)}
        </span>
        {ladder.toBeConfirmed && <Mark tone="yellow">{words.library.toBeConfirmed}</Mark>}
      </p>
    </details>
  );
}

const height: Readonly<Record<RungWho, number>> = { handler: 0, head: 1, committeeOffice: 2, leader: 3 };

function Sum({ ladder: { climbed, next, rests } }: { readonly ladder: RemindersOfEntry }) {
  const { words, say } = useWords();
  const highest = climbed.toSorted((one, other) => height[other.who] - height[one.who])[0];
  const told = highest ? words.reminders.upTo(say(highest.words)) : words.reminders.none;
  const ahead = next ? words.reminders.next(next.on, say(next.words)) : words.reminders.top;
  return (
    <span>
      {rests ? words.reminders.rests : told} · {ahead}
    </span>
  );
}

function RungRow({ rung, ahead = false }: { readonly rung: ReminderRung; readonly ahead?: boolean }) {
  const { words, say } = useWords();
  const { on, after, organisation, provisional = false } = rung;
  return (
    <li className={ahead ? "reminders-ahead" : undefined}>
      <time dateTime={on}>{on}</time>
      <span>
        {ahead && `${words.reminders.ahead} `}
        {say(rung.words)}
        {organisation !== null && ` · ${say(organisation)}`}
        <small className="soft"> {words.reminders.rung(after)}</small>
        {provisional && (
          <>
            {" "}
            <Mark title={words.due.provisionalWhy}>{words.due.provisional}</Mark>
          </>
        )}
      </span>
    </li>
  );
}
