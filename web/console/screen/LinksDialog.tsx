import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Suspense, useId, useState } from "react";
import { problemOf } from "../../api/problem.ts";
import { makeScreenLink, revokeScreenLink, screenLinks } from "../../api/screen.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { SelectBox } from "../../ui/controls/SelectBox.tsx";
import { useWords } from "../../words/language.tsx";
import { Dialog } from "../Dialog.tsx";
import { useDialog } from "../use-dialog.ts";

/** The read-only links to the big screen: made for a time, shown once, revoked when wanted. */
export function LinksDialog() {
  const { words } = useWords();
  const own = useDialog();
  return (
    <>
      <Button size="small" aria-haspopup="dialog" onClick={() => own.setOpen(true)}>
        {words.screen.links}
      </Button>
      <Dialog own={own} title={words.screen.links} className="columns">
        <Suspense fallback={<p role="status">{words.loading}</p>}>
          <Links />
        </Suspense>
      </Dialog>
    </>
  );
}

const timeOf = (moment: string): string =>
  new Intl.DateTimeFormat("zh-CN", {
    timeZone: "Asia/Shanghai",
    dateStyle: "short",
    timeStyle: "short",
  }).format(new Date(moment));

function Links() {
  const { words } = useWords();
  const queryClient = useQueryClient();
  const { data: links } = useSuspenseQuery(screenLinks);
  const revoke = useMutation({
    mutationFn: revokeScreenLink,
    onSettled: () => queryClient.invalidateQueries(screenLinks),
  });
  return (
    <div className="columns-body stack">
      <p className="soft">{words.screen.linksHelp}</p>
      <MakeLink />
      {revoke.error !== null && <p role="alert">{problemOf(revoke.error).title}</p>}
      {links.length === 0 ? (
        <p className="soft">{words.screen.noLinks}</p>
      ) : (
        <ul className="stack">
          {links.map(({ id, madeAt, expiresAt }) => (
            <li key={id} className="row">
              <span>
                {words.screen.until(timeOf(expiresAt))}{" "}
                <span className="soft">{words.screen.madeAt(timeOf(madeAt))}</span>
              </span>
              <Button
                danger
                size="small"
                aria-label={words.screen.revokeOf(timeOf(expiresAt))}
                loading={revoke.isPending && revoke.variables === id}
                onClick={() => revoke.mutate(id)}
              >
                {words.screen.revoke}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const usualHours = "24";

function MakeLink() {
  const { words } = useWords();
  const queryClient = useQueryClient();
  const [hours, setHours] = useState(usualHours);
  const [choice, address] = [useId(), useId()];
  const make = useMutation({
    mutationFn: () => makeScreenLink(Number(hours)),
    onSuccess: () => queryClient.invalidateQueries(screenLinks),
  });
  return (
    <div className="stack">
      <div className="row">
        <label htmlFor={choice}>{words.screen.hours}</label>
        <SelectBox
          id={choice}
          options={Object.entries(words.screen.hoursOf).map(([value, label]) => ({ value, label }))}
          value={hours}
          onChange={(value) => setHours(value ?? usualHours)}
        />
        <Button look="primary" loading={make.isPending} onClick={() => make.mutate()}>
          {words.screen.make}
        </Button>
      </div>
      {make.error !== null && <p role="alert">{problemOf(make.error).title}</p>}
      {make.data !== undefined && (
        <div>
          <label htmlFor={address}>{words.screen.once}</label>
          <input
            id={address}
            className="text-input"
            readOnly
            aria-label={words.screen.address}
            value={`${location.origin}/screen#${make.data.secret}`}
            onFocus={({ target }) => target.select()}
          />
        </div>
      )}
    </div>
  );
}
