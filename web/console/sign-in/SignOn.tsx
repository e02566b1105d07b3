import { useMutation, useQuery } from "@tanstack/react-query";
import * as queries from "../../api/queries.ts";
import * as api from "../../api/sign-on.ts";
import { Alert } from "../../ui/controls/Alert.tsx";
import { Button } from "../../ui/controls/Button.tsx";
import { useWords } from "../../words/language.tsx";
import { FormProblem } from "./FormProblem.tsx";
import { leaveFor } from "./provider-trip.ts";

/** What the identity provider is called here; undefined where people sign in by password alone. */
export function useProviderName(): string | undefined {
  const { say } = useWords();
  const { data: health } = useQuery(queries.health);
  return health?.signOn ? say(health.signOn) : undefined;
}

/** The other way in, under the form; nothing where there is none. */
export function SignOnButton({ goOn }: { readonly goOn: string }) {
  const { words } = useWords();
  const name = useProviderName();
  const begin = useMutation({
    mutationFn: async () => leaveFor((await api.beginSignOn(goOn)).address, "sign-in"),
  });
  if (name === undefined) return null;
  return (
    <div className="sign-on">
      <p className="sign-on-or soft">{words.signOn.or}</p>
      <FormProblem error={begin.error} />
      <Button size="large" block loading={begin.isPending} onClick={() => begin.mutate()}>
        {words.signOn.begin(name)}
      </Button>
    </div>
  );
}

/** Over a page whose forms are to be kept: the provider is gone to in another tab, and this one hears of it. */
export function SignOnElsewhere() {
  const { words } = useWords();
  const name = useProviderName();
  if (name === undefined) return null;
  return (
    <>
      <p>
        <a href="/sign-in" target="_blank" rel="noopener">
          {words.signOn.elsewhere(name)}
        </a>
      </p>
      <p className="soft">{words.signOn.elsewhereWhy}</p>
    </>
  );
}

/** For whoever has signed out here and came by the provider, where they may still be signed in. */
export function StillAtProvider() {
  const { words } = useWords();
  const name = useProviderName();
  const { data: address } = useQuery(api.endAddress);
  if (name === undefined || !address) return null;
  return (
    <Alert tone="info" title={words.signOn.left(name)}>
      <a href={address}>{words.signOn.leave(name)}</a>
    </Alert>
  );
}
