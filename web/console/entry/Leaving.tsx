import { useMutation, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import { handOverAll, handoverOf, type Passing } from "../../api/handover.ts";
import * as queries from "../../api/queries.ts";
import type { EntryWithActs, RegisterView } from "../../api/types.ts";
import { Alert } from "../../ui/controls/Alert.tsx";
import { Button } from "../../ui/controls/Button.tsx";
import { TextInput } from "../../ui/controls/TextInput.tsx";
import { useWords } from "../../words/language.tsx";
import { ProblemPage } from "../pages/ProblemPage.tsx";
import { DayPicker } from "../pickers/DayPicker.tsx";
import { LinkPicker } from "../pickers/LinkPicker.tsx";
import { FormProblem } from "../sign-in/FormProblem.tsx";
import { entryValueText } from "../words-of.ts";

const act = "handOver";
const backAct = "withdraw";

const offers = ({ acts }: EntryWithActs, wanted: string) =>
  acts.some(({ name, refusal }) => name === wanted && !refusal);

/** The posts of an account with what waits for each; whoever may hand them over does it here, all at once. */
export function Leaving({ account }: { readonly account: string }) {
  const { words } = useWords();
  const own = useQuery(queries.register("post"));
  const found = useQuery(queries.entries("post", { account, unsettled: "true", limit: "50" }));
  const read = useQueries({
    queries: (found.data?.entries ?? []).map(({ id }) => queries.entry("post", id)),
  });
  // Of what was read before, a fault of reading it anew takes nothing away.
  const failed = [own, found, ...read].find(({ data, error }) => error !== null && data === undefined);
  if (failed) return <ProblemPage error={failed.error} isPart />;
  const posts = read.flatMap(({ data }) => data ?? []);
  if (own.data === undefined || posts.length === 0) return null;
  const register = own.data;
  const passed = posts.filter((post) => offers(post, act));
  const takenBack = posts.filter((post) => offers(post, backAct));
  return (
    <section className="paper related handover" aria-labelledby="leaving">
      <h2 id="leaving">{words.leaving.title}</h2>
      <ul>
        {posts.map((post) => (
          <PostRow key={post.entry.id} register={register} post={post} />
        ))}
      </ul>
      {passed.length + takenBack.length > 0 && (
        <details>
          <summary>{words.leaving.handOver}</summary>
          <LeavingForm register={register} account={account} posts={passed} takenBack={takenBack} />
        </details>
      )}
    </section>
  );
}

interface PostOf {
  readonly register: RegisterView;
  readonly post: EntryWithActs;
}

const usePostName = ({ register, post: { entry } }: PostOf): string => {
  const reader = useWords();
  return ["unit", "role"].flatMap((name) => entryValueText(register, entry, name, reader) ?? []).join(" ");
};

function PostRow({ register, post }: PostOf) {
  const { words } = useWords();
  const { data } = useQuery(handoverOf(post.entry.id));
  const name = usePostName({ register, post });
  const state = register.states.find(({ name: own }) => own === post.entry.state);
  const { say } = useWords();
  return (
    <li>
      <Link to="/registers/$register/entries/$entry" params={{ register: "post", entry: post.entry.id }}>
        {name}
      </Link>{" "}
      <span className="soft">
        {state !== undefined && say(state.words)}
        {data?.held && ` · ${words.leaving.waits(data.total)}`}
        {data?.held && data.last && data.total > 0 && ` · ${words.leaving.last}`}
      </span>
    </li>
  );
}

interface LeavingFormProps {
  readonly register: RegisterView;
  readonly account: string;
  readonly posts: readonly EntryWithActs[];
  /** Those that await confirmation: they never counted, so nobody succeeds. */
  readonly takenBack: readonly EntryWithActs[];
}

/** Each post goes to a successor, or ends; the day and the reason are those of all. */
function LeavingForm({ register, account, posts, takenBack }: LeavingFormProps) {
  const said = useWords().words.leaving;
  const reasonId = useId();
  const client = useQueryClient();
  const suggested = posts[0]?.acts.find(({ name }) => name === act)?.suggested?.endsFrom;
  const [endsFrom, setEndsFrom] = useState(typeof suggested === "string" ? suggested : undefined);
  const [reason, setReason] = useState("");
  const [successors, setSuccessors] = useState<Readonly<Record<string, string | undefined>>>({});
  const [tried, setTried] = useState(false);
  const needsDay = posts.length > 0;
  const isWhole = (endsFrom !== undefined || !needsDay) && reason.trim() !== "";
  const passings = posts.map(
    ({ entry: { id, version } }): Passing => ({ id, version, successor: successors[id] ?? null }),
  );
  const back = takenBack.map(({ entry: { id, version } }): Passing => ({ id, version, successor: null }));
  const handing = useMutation({
    mutationFn: () =>
      handOverAll(account, {
        ...(needsDay ? { endsFrom } : {}),
        reason: reason.trim(),
        posts: [...passings, ...back],
      }),
    onSuccess: () => client.invalidateQueries(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isWhole) handing.mutate();
  };
  const ending = passings.filter(({ successor }) => successor === null).length;
  return (
    <form className="leaving-form" onSubmit={submit} noValidate>
      <p className="soft">{said.why}</p>
      <FormProblem error={handing.error} />
      {tried && !isWhole && (
        <Alert tone="error" role="alert" title={needsDay ? said.missing : said.reasonMissing} />
      )}
      {posts.map((post) => (
        <Successor
          key={post.entry.id}
          register={register}
          post={post}
          account={account}
          value={successors[post.entry.id]}
          onChange={(value) => setSuccessors({ ...successors, [post.entry.id]: value })}
        />
      ))}
      <TakenBack register={register} posts={takenBack} />
      {needsDay && <LastDay value={endsFrom} onChange={setEndsFrom} />}
      <label htmlFor={reasonId}>{said.reason}</label>
      <TextInput id={reasonId} value={reason} onChange={({ target }) => setReason(target.value)} />
      {ending > 0 && <p className="soft">{said.ends(ending)}</p>}
      <div>
        <Button look="primary" type="submit" loading={handing.isPending}>
          {said.submit(posts.length + takenBack.length)}
        </Button>
      </div>
    </form>
  );
}

function TakenBack({ register, posts }: Pick<LeavingFormProps, "register" | "posts">) {
  return posts.map((post) => <OneTakenBack key={post.entry.id} register={register} post={post} />);
}

function OneTakenBack(shown: PostOf) {
  const { words } = useWords();
  return <p>{words.leaving.takenBack(usePostName(shown))}</p>;
}

interface LastDayProps {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function LastDay({ value, onChange }: LastDayProps) {
  const { words } = useWords();
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{words.leaving.endsFrom}</label>
      <DayPicker id={id} value={value} onChange={onChange} />
    </>
  );
}

interface SuccessorProps extends PostOf {
  readonly account: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function Successor({ register, post, account, value, onChange }: SuccessorProps) {
  const { words } = useWords();
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{words.leaving.successor(usePostName({ register, post }))}</label>
      <LinkPicker id={id} register="account" except={account} value={value} onChange={onChange} />
    </>
  );
}
