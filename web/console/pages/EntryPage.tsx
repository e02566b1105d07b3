import "../entry/entry.css";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate, useRouterState } from "@tanstack/react-router";
import { useState } from "react";
import { sheets } from "../../../core/registers/sheets.ts";
import { problemOf } from "../../api/problem.ts";
import * as queries from "../../api/queries.ts";
import type { EntryView, EntryWithActs, RegisterView, WarningView } from "../../api/types.ts";
import { Alert } from "../../ui/controls/Alert.tsx";
import { useTitle, useWords } from "../../words/language.tsx";
import { ScoreSheet } from "../assessment/ScoreSheet.tsx";
import { ActBar } from "../entry/ActBar.tsx";
import { ActDrawer } from "../entry/ActDrawer.tsx";
import { AssignFrom } from "../entry/AssignFrom.tsx";
import { BriefingPapers } from "../entry/BriefingPapers.tsx";
import { CameWith } from "../entry/CameWith.tsx";
import { Comments } from "../entry/Comments.tsx";
import { Contents } from "../entry/Contents.tsx";
import { DeadlineClock } from "../entry/DeadlineClock.tsx";
import { EnterpriseDuties } from "../entry/EnterpriseDuties.tsx";
import { Handover } from "../entry/Handover.tsx";
import { Leaving } from "../entry/Leaving.tsx";
import { LedgerTimeline } from "../entry/LedgerTimeline.tsx";
import { PhotoPairs } from "../entry/PhotoPairs.tsx";
import { Related } from "../entry/Related.tsx";
import { ReminderLadder } from "../entry/ReminderLadder.tsx";
import { SecretDialog } from "../entry/SecretDialog.tsx";
import { SinceLastLook } from "../entry/SinceLastLook.tsx";
import { Explained } from "../help/Explained.tsx";
import { LevelMark, RestrictedMark, RestrictedNote, StateMark } from "../marks.tsx";
import { TellPrint } from "../printing/PrintButton.tsx";
import { Warnings } from "../Warnings.tsx";
import { actNamed, entryValueText } from "../words-of.ts";

const route = getRouteApi("/shell/registers/$register/entries/$entry");

/** One entry: what it is, what this person can do with it, and everything that was done. */
export default function EntryPage() {
  const params = route.useParams();
  const { data: register } = useSuspenseQuery(queries.register(params.register));
  const { data, error } = useSuspenseQuery(queries.entry(params.register, params.entry));
  // Read again and not found: it went out of sight while it was open.
  const isOut = problemOf(error).status === 404;
  // Another entry is another page: nothing of the last one's form may stay.
  return <Entry key={params.entry} register={register} {...data} isOut={isOut} />;
}

interface EntryProps extends EntryWithActs {
  readonly register: RegisterView;
  readonly isOut: boolean;
}

function Entry({ register, entry, acts, isOut }: EntryProps) {
  const { data: ledger, isError } = useQuery(queries.ledger(register.name, entry.id));
  const [opened, setOpened] = useState<string>();
  const [done, setDone] = useDone();
  const [secret, setSecret] = useState<string>();
  useTitle(entry.title);
  const offered = acts.find(({ name }) => name === opened);
  return (
    <div className="stack">
      <Head register={register} entry={entry} />
      <TellPrint printed={{ register: register.name, entry: entry.id }} />
      <DoneNotice register={register} done={done} onClose={() => setDone(undefined)} />
      <CameWith register={register} entry={entry} ledger={ledger} />
      {isOut ? <OutOfSight /> : <ActBar register={register} acts={acts} onOpen={setOpened} />}
      {register.name === "directive" && !isOut && <AssignFrom register={register} entry={entry} />}
      {register.name === "briefing" && !isOut && <BriefingPapers entry={entry} />}
      <SinceLastLook register={register} entry={entry} ledger={ledger} />
      <div className="entry-columns">
        <div className="stack">
          <PhotoPairs register={register} entry={entry} ledger={ledger} />
          <Contents register={register} entry={entry} ledger={ledger} />
          {register.name === "assessment" && <ScoreSheet id={entry.id} version={entry.version} />}
          {register.name === "post" && <Handover post={entry.id} />}
          {register.name === "account" && <Leaving account={entry.id} />}
          {register.name === "enterprise" && <EnterpriseDuties enterprise={entry.id} />}
          <Related register={register} entry={entry} />
          <Comments register={register} entry={entry} acts={isOut ? [] : acts} />
        </div>
        <LedgerTimeline entry={entry} register={register} ledger={ledger} failed={isError} />
      </div>
      <ActDrawer
        register={register}
        entry={entry}
        offered={offered}
        onClose={() => setOpened(undefined)}
        onDone={(act, warned, drawn) => {
          setOpened(undefined);
          setSecret(drawn);
          setDone({ act, warned });
        }}
      />
      {secret !== undefined && <SecretDialog secret={secret} onClose={() => setSecret(undefined)} />}
    </div>
  );
}

function OutOfSight() {
  const { words } = useWords();
  const { outOfSight, outOfSightStays } = words.problem;
  return (
    <Alert tone="warning" role="alert" title={outOfSight}>
      {outOfSightStays}
    </Alert>
  );
}

function Head({ register, entry }: { readonly register: RegisterView; readonly entry: EntryView }) {
  const reader = useWords();
  const { words } = reader;
  const holder = entryValueText(register, entry, "holder", reader);
  const since = entryValueText(register, entry, "stateSince", reader);
  return (
    <header className="paper entry-head">
      <div className="entry-title">
        <Ways register={register} entry={entry} />
        <h1>{entry.title}</h1>
        <Marks register={register} entry={entry} />
        <RestrictedNote register={register} entry={entry} />
        <dl className="entry-facts">
          {holder !== undefined && (
            <div>
              <dt>
                <Explained text={words.entry.holder} />
              </dt>
              <dd>{holder}</dd>
            </div>
          )}
          {since !== undefined && (
            <div>
              <dt>{words.entry.since}</dt>
              <dd>{since}</dd>
            </div>
          )}
        </dl>
      </div>
      <div className="entry-clock">
        <DeadlineClock due={entry.due} />
        <ReminderLadder register={register.name} entry={entry} />
      </div>
    </header>
  );
}

function Marks({ register, entry }: { readonly register: RegisterView; readonly entry: EntryView }) {
  const { words } = useWords();
  return (
    <div className="row">
      <LevelMark register={register} entry={entry} name="level" />
      <StateMark register={register} state={entry.state} explained />
      <RestrictedMark register={register} entry={entry} />
      {entry.values.recordedFrom !== undefined && (
        <span className="mark" title={words.entry.recordedWhy}>
          {words.entry.recorded}
        </span>
      )}
    </div>
  );
}

/** To its register, and to the papers that are made of it. */
function Ways({ register, entry }: { readonly register: RegisterView; readonly entry: EntryView }) {
  const { words, say } = useWords();
  return (
    <nav className="row">
      <Link to="/registers/$register" params={{ register: register.name }}>
        {say(register.words)}
      </Link>
      <span className="soft code">{entry.number}</span>
      <Link
        className="no-print"
        to="/registers/$register/entries/$entry/life"
        params={{ register: register.name, entry: entry.id }}
      >
        {words.life.open}
      </Link>
      {sheets.has(register.name) && (
        <Link
          className="no-print"
          to="/registers/$register/entries/$entry/sheet"
          params={{ register: register.name, entry: entry.id }}
        >
          {words.sheet.open}
        </Link>
      )}
    </nav>
  );
}

interface Done {
  readonly act: string;
  readonly warned: readonly WarningView[];
}

/** The act that was just done: here, or on the page that led here. */
function useDone() {
  const { done: act, warned = [] } = useRouterState({ select: ({ location }) => location.state });
  const brought = act === undefined ? undefined : { act, warned };
  const [done, setDone] = useState<Done>();
  const [shown, setShown] = useState(true);
  const navigate = useNavigate();
  const close = (now: Done | undefined) => {
    setDone(now);
    setShown(now !== undefined);
    if (brought !== undefined) void navigate({ to: ".", state: {}, replace: true });
  };
  return [shown ? (done ?? brought) : undefined, close] as const;
}

interface DoneNoticeProps {
  readonly register: RegisterView;
  readonly done: Done | undefined;
  readonly onClose: () => void;
}

function DoneNotice({ register, done, onClose }: DoneNoticeProps) {
  const { words, say } = useWords();
  if (done === undefined) return null;
  const title = words.form.done(say(actNamed(register, done.act).words));
  return (
    <>
      <Alert tone="success" role="status" title={title} close={{ name: words.close, onClose }} />
      <Warnings register={register} warnings={done.warned} title={words.form.warnedAfter} />
    </>
  );
}
