import { useId } from "react";
import type { ActRight, PostRights } from "../../api/rights-types.ts";
import { useWords } from "../../words/language.tsx";

interface OfPost {
  readonly post: PostRights;
}

/** What one post lets its holder see and do, and why. */
export function PostRightsSection({ post }: OfPost) {
  const { words, say } = useWords();
  const id = useId();
  return (
    <section className="paper rights-post" aria-labelledby={id}>
      <header>
        <h2 id={id}>{words.shell.postOf(say(post.roleWords), say(post.organisation.name))}</h2>
        <p className="soft">{words.rights.held(post.from, post.to)}</p>
      </header>
      <Sight post={post} />
      {post.registers.length > 0 && (
        <>
          <h3>{words.rights.does}</h3>
          {post.registers.map(({ name, words: register, acts }) => (
            <details key={name} className="rights-register">
              <summary>
                {words.rights.actsOf(say(register), acts.filter(({ may }) => may).length, acts.length)}
              </summary>
              <ul>
                {acts
                  .toSorted((one, other) => Number(other.may) - Number(one.may))
                  .map((act) => (
                    <ActRow key={act.name} act={act} />
                  ))}
              </ul>
            </details>
          ))}
        </>
      )}
      <details className="rights-register">
        <summary>{words.rights.product}</summary>
        <ul>
          {post.product.map(({ name, words: right, why, may }) => (
            <li key={name} className="rights-row">
              <MayMark may={may} yes={words.rights.yes} no={words.rights.no} />
              <div>
                <p>{say(right)}</p>
                <p className="soft">{say(why)}</p>
              </div>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Sight({ post: { sees, region, sectors, organisation } }: OfPost) {
  const { words, say } = useWords();
  const { allSectors, regionSees, organisationSees, nothingSees, ...reasons } = words.rights;
  const named = sectors === "all" ? allSectors : sectors.map((one) => say(one.words)).join(words.comma);
  const told = {
    region: [regionSees(region === null ? "" : say(region.words), named), reasons.regionWhy],
    organisation: [organisationSees(say(organisation.name)), reasons.organisationWhy],
    nothing: [nothingSees, reasons.nothingWhy],
  } as const;
  const [sight, why] = told[sees];
  return (
    <dl className="rights-sight">
      <div>
        <dt>{words.rights.sees}</dt>
        <dd>{sight}</dd>
      </div>
      <div>
        <dt>{words.rights.why}</dt>
        <dd className="soft">{why}</dd>
      </div>
    </dl>
  );
}

function ActRow({ act }: { readonly act: ActRight }) {
  const { words, say } = useWords();
  const { may, mayNot, by, law } = words.rights;
  return (
    <li className="rights-row">
      <MayMark may={act.may} yes={may} no={mayNot} />
      <div>
        <p>{say(act.words)}</p>
        {!act.may && <p className="soft">{by(act.by.map(say))}</p>}
        {act.may && act.law.length > 0 && (
          <p className="soft">
            {law}
            {words.colon}
            {act.law.map(say).join(words.comma)}
          </p>
        )}
      </div>
    </li>
  );
}

function MayMark({ may, yes, no }: { readonly may: boolean; readonly yes: string; readonly no: string }) {
  return <span className={may ? "mark mark-state" : "mark mark-final"}>{may ? yes : no}</span>;
}
