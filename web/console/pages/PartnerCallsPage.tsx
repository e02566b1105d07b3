import "../list/list.css";
import "./partner-calls.css";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import { type PartnerCall, partnerCalls } from "../../api/partner-calls.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { TextInput } from "../../ui/controls/TextInput.tsx";
import { formatInstant } from "../../ui/format.ts";
import { useTitle, useWords } from "../../words/language.tsx";

const route = getRouteApi("/shell/partner-calls");

/** For the auditor: what other systems did with their tokens. */
export default function PartnerCallsPage() {
  const { words } = useWords();
  const said = words.partner.calls;
  const { number } = route.useSearch();
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(
    partnerCalls(number),
  );
  const calls = data.pages.flatMap(({ lines }) => lines);
  useTitle(said.title);
  return (
    <div className="stack">
      <div className="page-head">
        <h1>{said.title}</h1>
      </div>
      <p className="soft">{said.purpose}</p>
      <Search key={number} number={number ?? ""} />
      {calls.length === 0 ? (
        <p className="paper blank">{said.none}</p>
      ) : (
        <div className="list">
          <CallTable calls={calls} />
          <ul className="paper cards">
            {calls.map((call) => (
              <CallCard key={keyOf(call)} call={call} />
            ))}
          </ul>
        </div>
      )}
      {hasNextPage && (
        <div className="row">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {said.more}
          </Button>
        </div>
      )}
    </div>
  );
}

const keyOf = ({ entry, version }: PartnerCall): string => `${entry}/${version}`;

function Search({ number }: { readonly number: string }) {
  const { words } = useWords();
  const said = words.partner.calls;
  const id = useId();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(number);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = typed.trim();
    void navigate({ to: "/partner-calls", search: asked === "" ? {} : { number: asked } });
  };
  return (
    <form className="row partner-calls-search" onSubmit={submit}>
      <label htmlFor={id}>{said.number}</label>
      <TextInput id={id} value={typed} maxLength={64} onChange={({ target }) => setTyped(target.value)} />
      <Button look="primary" type="submit">
        {said.find}
      </Button>
    </form>
  );
}

/** What an audit line tells of a call, by the names of its facts. */
function useFacts({ facts }: PartnerCall) {
  const { say } = useWords();
  const told = new Map(facts.map(({ name, value }) => [name, say(value)]));
  return (name: string): string => told.get(name) ?? "";
}

function CallTable({ calls }: { readonly calls: readonly PartnerCall[] }) {
  const { words } = useWords();
  const { title, at, number, route: of, filter, rows, status, address } = words.partner.calls;
  return (
    <div className="paper table-frame">
      <table className="table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {[at, number, of, filter, rows, status, address].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => (
            <CallRow key={keyOf(call)} call={call} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface One {
  readonly call: PartnerCall;
}

function CallRow({ call }: One) {
  const fact = useFacts(call);
  return (
    <tr>
      <td>{formatInstant(call.at)}</td>
      <td>{fact("number")}</td>
      <td>
        {fact("register")} <span className="code soft">{fact("route")}</span>
      </td>
      <td className="partner-calls-filter">{fact("filter")}</td>
      <td>{fact("rows")}</td>
      <td>{fact("status")}</td>
      <td>{call.address}</td>
    </tr>
  );
}

function CallCard({ call }: One) {
  const { words } = useWords();
  const fact = useFacts(call);
  const said = words.partner.calls;
  return (
    <li className="card">
      <p className="card-title">
        {fact("register")} <span className="code soft partner-calls-filter">{fact("route")}</span>
      </p>
      <p className="soft">
        {formatInstant(call.at)} {fact("number")}
      </p>
      <dl className="card-facts">
        {(["filter", "rows", "status"] as const)
          .filter((name) => fact(name) !== "")
          .map((name) => (
            <div key={name}>
              <dt>{said[name]}</dt>
              <dd className="partner-calls-filter">{fact(name)}</dd>
            </div>
          ))}
      </dl>
    </li>
  );
}
