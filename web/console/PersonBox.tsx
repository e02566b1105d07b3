import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useRouter } from "@tanstack/react-router";
import { useId } from "react";
import { signIns } from "../api/own-sessions.ts";
import * as queries from "../api/queries.ts";
import type { Post } from "../api/types.ts";
import * as writes from "../api/writes.ts";
import { useWords } from "../words/language.tsx";
import { tellOtherTabs } from "./same-post.ts";
import { useSession } from "./session.ts";

export function LanguageSwitch() {
  const { words, switchLanguage } = useWords();
  return (
    <button
      type="button"
      className="plain-button"
      lang={words.switchLanguage === "English" ? "en" : "zh"}
      onClick={switchLanguage}
    >
      {words.switchLanguage}
    </button>
  );
}

/** Who is signed in, in which post, and the way out. */
export function PersonBox() {
  const { words } = useWords();
  const { person, post, posts } = useSession();
  const queryClient = useQueryClient();
  const router = useRouter();
  const signOut = useMutation({
    mutationFn: async () => {
      const came = await wayOfThisSession(queryClient);
      await writes.signOut();
      return came;
    },
    onSettled: async (came) => {
      tellOtherTabs();
      await router.navigate({ to: "/sign-in", search: came === "provider" ? { left: "provider" } : {} });
      queryClient.clear();
    },
  });
  return (
    <div className="person">
      <Link to="/account" className="person-name" title={words.account.title}>
        {person.name}
        <span className="visually-hidden">
          {words.comma}
          {words.account.title}
        </span>
      </Link>
      {posts.length > 1 ? <PostChoice post={post} posts={posts} /> : <PostText post={post} />}
      <button
        type="button"
        className="plain-button"
        disabled={signOut.isPending}
        onClick={() => signOut.mutate()}
      >
        {words.shell.signOut}
      </button>
    </div>
  );
}

/** Whoever came by the identity provider may still be signed in there; where there is none, nothing is asked for. */
async function wayOfThisSession(queryClient: QueryClient): Promise<"password" | "provider"> {
  const { signOn } = await queryClient.ensureQueryData(queries.health).catch(() => ({ signOn: null }));
  if (signOn === null) return "password";
  const shown = await queryClient.fetchQuery(signIns).catch(() => undefined);
  const way = shown?.sessions.find(({ current }) => current)?.way ?? "password";
  return way === "password" ? "password" : "provider";
}

function usePostWords() {
  const { words, say } = useWords();
  return ({ roleWords, organisation }: Post) => words.shell.postOf(say(roleWords), say(organisation.name));
}

function PostText({ post }: { readonly post: Post }) {
  const postWords = usePostWords();
  const text = postWords(post);
  return (
    <span className="person-post" title={text}>
      {text}
    </span>
  );
}

/** What a person may see and do hangs on the post; the shell begins anew when it sees another. */
function PostChoice({ post, posts }: { readonly post: Post; readonly posts: readonly Post[] }) {
  const { words } = useWords();
  const postWords = usePostWords();
  const id = useId();
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: writes.changePost,
    onSuccess: (session) => {
      tellOtherTabs();
      queryClient.setQueryData(queries.session.queryKey, session);
    },
  });
  return (
    <label htmlFor={id} className="person-post">
      <span className="visually-hidden">{words.shell.post}</span>
      <select
        id={id}
        value={post.id}
        disabled={change.isPending}
        onChange={({ target }) => change.mutate(target.value)}
      >
        {posts.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {postWords(choice)}
          </option>
        ))}
      </select>
    </label>
  );
}
