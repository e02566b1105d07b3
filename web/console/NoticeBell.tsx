import "./notice-bell.css";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { limits } from "../../core/limits.ts";
import * as queries from "../api/queries.ts";
import type { Notice, NoticeList } from "../api/types.ts";
import * as writes from "../api/writes.ts";
import { useFirstSight } from "../ui/first-sight.ts";
import { formatInstant } from "../ui/format.ts";
import { BellIcon } from "../ui/icons.tsx";
import { Mark } from "../ui/marks.tsx";
import { useWords } from "../words/language.tsx";
import { Dialog } from "./Dialog.tsx";
import { isDueKind, noticeTone } from "./risk.ts";
import { useDialog } from "./use-dialog.ts";

/** What has come to this post: how much of it is unseen, and behind the bell the notices themselves. */
export function NoticeBell() {
  const { words } = useWords();
  const { data: list, isError } = useQuery({ ...queries.notices, enabled: useFirstSight() });
  const own = useDialog();
  // What was shown counts as seen when the list closes, so that what is new stays marked while it is read.
  const seeAll = useSeeAll(list);
  const unseen = list?.unseen ?? 0;
  const counted = unseen > most ? `${most}+` : String(unseen);
  return (
    <div className="bell">
      <button
        type="button"
        className="icon-button"
        aria-haspopup="dialog"
        aria-label={words.notices.bell(counted)}
        onClick={() => own.setOpen(true)}
      >
        <BellIcon />
        {unseen > 0 && (
          <span className="bell-count" aria-hidden="true">
            {counted}
          </span>
        )}
      </button>
      <p className="visually-hidden" role="status">
        {unseen > 0 && words.notices.unseen(unseen)}
      </p>
      <Dialog own={own} title={words.notices.title} className="notices" onClose={seeAll}>
        <NoticeRows list={list} failed={isError} onOpen={() => own.setOpen(false)} />
      </Dialog>
    </div>
  );
}

// A larger number would not fit into the bell, and says no more.
const most = 99;

/** Marks everything up to the newest notice of the list as seen. */
function useSeeAll(list: NoticeList | undefined): () => void {
  const queryClient = useQueryClient();
  const see = useMutation({
    mutationFn: writes.seeNotices,
    onSettled: () => queryClient.invalidateQueries({ queryKey: queries.notices.queryKey }),
  });
  return () => {
    const newest = list?.notices[0];
    if (newest !== undefined && list !== undefined && list.unseen > 0) see.mutate(newest.at);
  };
}

interface NoticeRowsProps {
  readonly list: NoticeList | undefined;
  readonly failed: boolean;
  readonly onOpen: () => void;
}

function NoticeRows({ list, failed, onOpen }: NoticeRowsProps) {
  const { words } = useWords();
  if (list === undefined) return <p className="blank">{failed ? words.notices.failed : words.loading}</p>;
  if (list.notices.length === 0) return <p className="blank">{words.notices.empty}</p>;
  return (
    <>
      <ul className="notices-rows">
        {list.notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} onOpen={onOpen} />
        ))}
      </ul>
      {list.notices.length === limits.pageSizeDefaultRows && (
        <p className="soft notices-more">{words.notices.more(list.notices.length)}</p>
      )}
    </>
  );
}

function NoticeRow({ notice, onOpen }: { readonly notice: Notice; readonly onOpen: () => void }) {
  const { words, say } = useWords();
  const { kind, day, at, seen, register, entry } = notice;
  const concernsEntry = register !== null && entry !== null;
  return (
    <li className={seen ? "notices-row" : "notices-row notices-row-unseen"}>
      {concernsEntry && (
        <>
          <Link to="/registers/$register/entries/$entry" params={{ register, entry }} onClick={onOpen}>
            {!seen && <span className="visually-hidden">{words.notices.fresh} </span>}
            {notice.title}
          </Link>
          <span className="soft code">{notice.number}</span>
        </>
      )}
      <p className="row">
        {!concernsEntry && !seen && <span className="visually-hidden">{words.notices.fresh} </span>}
        {notice.by !== null && <span>{notice.by}</span>}
        <Mark tone={noticeTone(kind)}>{say(notice.words)}</Mark>
        {notice.search !== null && <span>{notice.search}</span>}
        {isDueKind(kind) && <span>{words.due.on(day)}</span>}
        <time className="soft" dateTime={at}>
          {formatInstant(at)}
        </time>
      </p>
    </li>
  );
}
