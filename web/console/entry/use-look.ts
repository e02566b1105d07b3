import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Look } from "../../api/comment-types.ts";
import * as queries from "../../api/queries.ts";
import type { EntryView, Ledger, LedgerLine, RegisterView } from "../../api/types.ts";
import * as writes from "../../api/writes.ts";
import { useSession } from "../session.ts";
import { linesSince } from "./since-look.ts";

interface Looked {
  readonly look: Look | null | undefined;
  readonly fresh: readonly LedgerLine[];
  readonly see: () => void;
}

const none: readonly LedgerLine[] = [];

/**
 * What is new to the person in an entry, and the way to say that they have seen it. It stays new until they say so or do something
 * themselves, however often the page is loaded: a glance is no reading. Where nothing is, being here is noted by itself.
 */
export function useLook(register: RegisterView, entry: EntryView, ledger: Ledger | undefined): Looked {
  const { person } = useSession();
  const queryClient = useQueryClient();
  const asked = queries.look(register.name, entry.id);
  const { data: look } = useQuery(asked);
  const { mutate: note } = useMutation({
    // A look that could not be noted is noted the next time; nobody need hear of it.
    mutationFn: (version: number) => writes.lookAt(register.name, entry.id, version),
    onSuccess: (now) => queryClient.setQueryData(asked.queryKey, now),
  });
  const fresh =
    look && ledger ? linesSince(register, ledger, { person: person.id, version: look.version }) : none;
  // What is shown counts, which the ledger on the screen ends with: the entry itself may have gone further.
  const shown = look === undefined ? 0 : (ledger?.lines.at(-1)?.version ?? 0);
  const noted = useRef(0);
  const isNew = fresh.length > 0;
  useEffect(() => {
    if (isNew || noted.current >= shown) return;
    noted.current = shown;
    note(shown);
  }, [isNew, shown, note]);
  return { look, fresh, see: () => note(shown) };
}
