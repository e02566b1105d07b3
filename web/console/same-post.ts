import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import * as queries from "../api/queries.ts";
import type { Session } from "../api/types.ts";

// The tabs of a browser share one session: what one of them does to it holds for all.
const tabs = new BroadcastChannel("zhiben.session");

/** Tells the other tabs to look again who is signed in, and in which post. */
export const tellOtherTabs = (): void => tabs.postMessage("changed");

/** Hears what other tabs tell; answers with the way to hear no more. */
export function hearOtherTabs(listener: () => void): () => void {
  tabs.addEventListener("message", listener);
  return () => tabs.removeEventListener("message", listener);
}

/**
 * Whether the session is still that with which the page began. A page shows what one person may see in one post: once the
 * session is another's, here or in another tab, the page is loaded anew and nothing of it stays on the screen.
 */
export function useSamePost({ person, post }: Session): boolean {
  const queryClient = useQueryClient();
  const [began] = useState({ person: person.id, post: post.id });
  const samePerson = began.person === person.id;
  const samePost = began.post === post.id;
  useEffect(() => {
    const look = () => void queryClient.invalidateQueries({ queryKey: queries.session.queryKey });
    return hearOtherTabs(look);
  }, [queryClient]);
  useEffect(() => {
    // Another post may be meant to act on the same entry; another person begins at home.
    if (!samePerson) location.assign("/");
    else if (!samePost) location.reload();
  }, [samePerson, samePost]);
  return samePerson && samePost;
}
