import "../rights/rights.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import { limits } from "../../../core/limits.ts";
import * as queries from "../../api/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { TextInput } from "../../ui/controls/TextInput.tsx";
import { useTitle, useWords } from "../../words/language.tsx";
import { PostRightsSection } from "../rights/PostRightsSection.tsx";
import { useMayAsk } from "../session.ts";

const route = getRouteApi("/shell/rights");

/** What somebody may see and do, and why: oneself, or for the administrators any account. */
export default function RightsPage() {
  const { words } = useWords();
  const { account } = route.useSearch();
  const { data: rights } = useSuspenseQuery(queries.rights(account));
  const looksUp = useMayAsk("rightsOfOthers");
  const title =
    account === undefined || rights === null
      ? words.rights.title
      : words.rights.of(rights.person.name, rights.person.username);
  useTitle(title);
  return (
    <div className="stack">
      <div className="page-head">
        <h1>{title}</h1>
        {account !== undefined && <Link to="/rights">{words.rights.back}</Link>}
      </div>
      <p className="soft">{words.rights.purpose}</p>
      {looksUp && <AccountSearch key={account ?? ""} />}
      {rights === null ? (
        <p className="paper blank" role="status">
          {words.rights.noAccount}
        </p>
      ) : (
        <>
          {rights.person.disabled && <p className="paper blank">{words.rights.disabled}</p>}
          {rights.posts.length === 0 && <p className="paper blank">{words.rights.noPosts}</p>}
          {rights.posts.map((post) => (
            <PostRightsSection key={post.post} post={post} />
          ))}
        </>
      )}
    </div>
  );
}

/** Another account by the name under which it signs in, which stands in the address. */
function AccountSearch() {
  const { words } = useWords();
  const id = useId();
  const { account = "" } = route.useSearch();
  const navigate = useNavigate();
  const look = (form: FormData) => {
    const named = String(form.get("account") ?? "").trim();
    void navigate({ to: "/rights", search: named === "" ? {} : { account: named } });
  };
  return (
    <form className="paper rights-look" action={look}>
      <div className="filter">
        <label htmlFor={id}>{words.rights.account}</label>
        <TextInput
          id={id}
          name="account"
          defaultValue={account}
          placeholder={words.rights.accountHint}
          maxLength={limits.usernameLengthCharacters}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <Button type="submit">{words.rights.look}</Button>
    </form>
  );
}
