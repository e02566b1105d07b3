import type { WithdrawalView } from "../../api/criteria-types.ts";
import { formatInstant } from "../../ui/format.ts";
import { useWords } from "../../words/language.tsx";

/** Who withdrew an import, when and why. */
export function Withdrawal({ of }: { readonly of: WithdrawalView }) {
  const { words, say } = useWords();
  const { person, organisation, at, reason } = of;
  return (
    <>
      {words.library.withdrawnBy(person.name, say(organisation.name), formatInstant(at))}
      <br />
      {words.library.withdrawal.reason}
      {words.colon}
      {reason}
    </>
  );
}
