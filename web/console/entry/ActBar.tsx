import { useId } from "react";
import type { ActView, OfferedAct, RegisterView } from "../../api/types.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { useWords } from "../../words/language.tsx";
import { useSession } from "../session.ts";
import { fieldNamed, stateNamed } from "../words-of.ts";
import { type ClosedAct, sortOffer } from "./offered.ts";

interface ActBarProps {
  readonly register: RegisterView;
  readonly acts: readonly OfferedAct[];
  readonly onOpen: (act: string) => void;
}

/** What this person can do: open acts as buttons, closed ones with their reason, those of other steps on demand. */
export function ActBar({ register, acts, onOpen }: ActBarProps) {
  const { words, say } = useWords();
  const { post } = useSession();
  const { primary, open, closed, elsewhere, personal } = sortOffer(register, acts, post.role);
  return (
    <section className="paper act-bar" aria-label={words.entry.acts}>
      {primary === undefined && open.length === 0 && <p>{words.entry.noActs}</p>}
      <div className="row">
        {primary !== undefined && (
          <Button look="primary" onClick={() => onOpen(primary.name)}>
            {say(primary.words)}
          </Button>
        )}
        {open.map((act) => (
          <Button key={act.name} onClick={() => onOpen(act.name)}>
            {say(act.words)}
          </Button>
        ))}
      </div>
      {closed.length > 0 && (
        <ul className="act-closed" aria-label={words.entry.closedActs}>
          {closed.map((one) => (
            <ClosedButton key={one.act.name} register={register} closed={one} />
          ))}
        </ul>
      )}
      {elsewhere.length > 0 && <OtherActs register={register} acts={elsewhere} />}
      {personal.open.length + personal.closed.length > 0 && (
        <details className="act-others">
          <summary>{words.entry.personalData}</summary>
          <div className="row">
            {personal.open.map((act) => (
              <Button key={act.name} onClick={() => onOpen(act.name)}>
                {say(act.words)}
              </Button>
            ))}
          </div>
          <ul className="act-closed">
            {personal.closed.map((one) => (
              <ClosedButton key={one.act.name} register={register} closed={one} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Off, but still reached by the keyboard, so that its reason is too. */
function ClosedButton({
  register,
  closed: { act, refusal },
}: {
  readonly register: RegisterView;
  readonly closed: ClosedAct;
}) {
  const { words, say } = useWords();
  const id = useId();
  const missing = (refusal.problems ?? []).map(({ field }) => say(fieldNamed(register, field).words));
  const list = missing.length === 0 ? "" : `${words.colon}${missing.join(words.comma)}`;
  const reason = `${say(refusal.words)}${list}`;
  return (
    <li>
      <button type="button" className="act-off" aria-disabled="true" aria-describedby={id} title={reason}>
        {say(act.words)}
      </button>
      <span id={id}>{reason}</span>
    </li>
  );
}

function OtherActs({
  register,
  acts,
}: {
  readonly register: RegisterView;
  readonly acts: readonly ActView[];
}) {
  const { words, say } = useWords();
  return (
    <details className="act-others">
      <summary>{words.entry.otherActs}</summary>
      <dl>
        {acts.map((act) => (
          <div key={act.name}>
            <dt>{say(act.words)}</dt>
            <dd className="soft">
              {words.entry.openIn}
              {words.colon}
              {act.from.map((state) => say(stateNamed(register, state).words)).join(words.comma)}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
