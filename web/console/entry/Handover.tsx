import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type HandoverView, handoverOf } from "../../api/handover.ts";
import { Alert } from "../../ui/controls/Alert.tsx";
import { useWords } from "../../words/language.tsx";

/** What waits for a post and who else could do it: before it ends for whoever ends it, afterwards for the head. */
export function Handover({ post }: { readonly post: string }) {
  const { words } = useWords();
  const said = words.handover;
  const { data } = useQuery(handoverOf(post));
  if (!data?.held) return null;
  const isCounted = data.registers.some(({ entries }) => entries === undefined);
  return (
    <section className="paper related handover" aria-labelledby="handover">
      <h2 id="handover">{said.title}</h2>
      {data.total === 0 ? <p className="soft">{said.nothing}</p> : <p>{said.waits(data.total)}</p>}
      <ul>
        {data.registers.map((row) => (
          <Waiting key={row.register} row={row} />
        ))}
      </ul>
      {data.total > 0 && <Left data={data} />}
      {data.unseen > 0 && <p>{said.unseen(data.unseen)}</p>}
      {isCounted && <p className="soft">{said.counted}</p>}
    </section>
  );
}

/** To whom the work is left. */
function Left({ data: { last, others } }: { readonly data: HandoverView }) {
  const { words } = useWords();
  const said = words.handover;
  if (last) return <Alert tone="warning" title={said.last} />;
  return <p className="soft">{others.length > 0 ? said.others(others.join(words.comma)) : said.shared}</p>;
}

function Waiting({ row }: { readonly row: HandoverView["registers"][number] }) {
  const { words, say } = useWords();
  const said = words.handover;
  const { entries = [], total, register } = row;
  const isTold = row.entries !== undefined;
  return (
    <li>
      {said.ofRegister(say(row.words), total)}
      {isTold && (
        <ul>
          {entries.map((one) => (
            <li key={one.id}>
              <Link to="/registers/$register/entries/$entry" params={{ register, entry: one.id }}>
                {one.title} <span className="code">{one.number}</span>
              </Link>{" "}
              {one.dueOn !== null && <small className="soft">{said.due(one.dueOn)}</small>}
            </li>
          ))}
          {total > entries.length && <li className="soft">{said.more(total - entries.length)}</li>}
        </ul>
      )}
    </li>
  );
}
