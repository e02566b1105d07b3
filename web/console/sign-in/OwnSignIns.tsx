import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type SignInWay, signInWays } from "../../../core/sign-in/sign-on.ts";
import * as api from "../../api/own-sessions.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { formatInstant } from "../../ui/format.ts";
import { Mark } from "../../ui/marks.tsx";
import { useWords } from "../../words/language.tsx";
import { FormProblem } from "./FormProblem.tsx";

/** Where the person is signed in, each of which can be ended from here. */
export function OwnSessions({ shared }: { readonly shared: boolean }) {
  const { words } = useWords();
  const said = words.account.sessions;
  const queryClient = useQueryClient();
  const { data, error } = useQuery(api.signIns);
  const ending = useMutation({
    mutationFn: async (id: string | undefined): Promise<void> => {
      await (id === undefined ? api.endOtherSessions() : api.endSession(id));
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.signIns.queryKey }),
  });
  const sessions = data?.sessions ?? [];
  const most = data?.sessionsAtMost ?? null;
  return (
    <section className="paper account-part" aria-labelledby="account-sessions">
      <h2 id="account-sessions">{said.title}</h2>
      <p className="soft">
        {shared ? said.shared : said.purpose} {most !== null && said.most(most)}
      </p>
      <FormProblem error={error ?? ending.error} />
      <ul className="account-list" aria-labelledby="account-sessions">
        {sessions.map((one) => (
          <SessionRow key={one.id} one={one} busy={ending.isPending} onEnd={() => ending.mutate(one.id)} />
        ))}
      </ul>
      <p role="status">{ending.isSuccess && said.ended}</p>
      {sessions.length > 2 && (
        <Button danger loading={ending.isPending} onClick={() => ending.mutate(undefined)}>
          {said.endOthers}
        </Button>
      )}
    </section>
  );
}

interface SessionRowProps {
  readonly one: api.OwnSession;
  readonly busy: boolean;
  readonly onEnd: () => void;
}

function SessionRow({ one, busy, onEnd }: SessionRowProps) {
  const { words, say } = useWords();
  const said = words.account.sessions;
  const device = say(one.device);
  return (
    <li className="account-row">
      <div>
        <p>
          {device} <span className="code">{one.address}</span> <Way way={one.way} />{" "}
          {one.current && <Mark tone="state">{said.current}</Mark>}
        </p>
        <p className="soft">{said.times(formatInstant(one.began), formatInstant(one.used))}</p>
      </div>
      {!one.current && (
        <Button aria-label={said.endThat(device, one.address)} loading={busy} onClick={onEnd}>
          {said.end}
        </Button>
      )}
    </li>
  );
}

/** Who signed in to the account, and who tried to. */
export function OwnTries() {
  const { words, say } = useWords();
  const said = words.account.tries;
  const { data } = useQuery(api.signIns);
  const tries = data?.tries ?? [];
  return (
    <section className="paper account-part" aria-labelledby="account-tries">
      <h2 id="account-tries">{said.title}</h2>
      <p className="soft">{said.purpose}</p>
      <ul className="account-list" aria-labelledby="account-tries">
        {tries.map((one) => (
          <li key={`${one.at} ${one.came}`} className="account-row">
            <div>
              <p>
                <time dateTime={one.at}>{formatInstant(one.at)}</time>{" "}
                <span className="code">{one.address}</span>
              </p>
              <p className="soft">
                {say(one.device)} <Way way={one.way} />
              </p>
            </div>
            <Mark tone={one.came ? "state" : "red"}>{one.came ? said.came : said.failed}</Mark>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The other way than by password, which is the usual one and is not told. */
function Way({ way }: { readonly way: SignInWay }) {
  const { say } = useWords();
  return way === "password" ? null : <span className="soft">{say(signInWays[way])}</span>;
}

/** When and from where the person had signed in before this time; nothing where nobody knows. */
export function SignInBefore() {
  const { words, say } = useWords();
  const { data } = useQuery(api.signIns);
  const before = data?.before ?? null;
  if (before === null) return null;
  return (
    <p className="soft">
      {words.account.before(formatInstant(before.at), before.address, say(before.device))}
    </p>
  );
}
