import type { CampaignView, SectionView } from "../../api/plan-types.ts";
import { useWords } from "../../words/language.tsx";
import { Due, Line, Units } from "./ClauseData.tsx";
import { Beside, Verbatim } from "./PlanText.tsx";

/** A section of the plan that is no measure; where it names units or days, they stand beside it. */
export function PlanSection({
  section,
  campaign,
}: {
  readonly section: SectionView;
  readonly campaign: CampaignView;
}) {
  const { say } = useWords();
  const { kind, heading, title, text, clauses } = section;
  if (text === undefined) return <Chapter heading={heading} title={say(title)} />;
  const said = clauses.filter((clause) =>
    (["leads", "joint", "dates", "frequencies", "targets", "readings"] as const).some(
      (part) => clause[part].length > 0,
    ),
  );
  const verbatim = <Verbatim heading={heading} text={text} clauses={clauses} />;
  return (
    <section className="paper plan-part" aria-label={say(title)}>
      {said.length === 0 ? (
        verbatim
      ) : (
        <Beside text={verbatim}>
          <h3>{say(title)}</h3>
          {kind === "leadership" && <Leaders campaign={campaign} />}
          <ol className="plan-clauses">
            {said.map((clause) => (
              <li key={clause.number}>
                {clauses.length > 1 && <Opening text={clause.text} />}
                <dl>
                  <Units leads={clause.leads} joint={clause.joint} />
                  <Due {...clause} />
                </dl>
              </li>
            ))}
          </ol>
        </Beside>
      )}
    </section>
  );
}

/** A heading of the plan, with its words in the reader's language where that is another. */
export function Chapter({ heading, title }: { readonly heading: string; readonly title: string }) {
  const { language } = useWords();
  return (
    <h2 className="plan-chapter">
      <span lang="zh-CN">{heading}</span>
      {language !== "zh" && <span className="soft">{title}</span>}
    </h2>
  );
}

/** The first words of a clause, by which it is found in the text beside it. */
function Opening({ text }: { readonly text: string }) {
  return (
    <p className="soft" lang="zh-CN">
      {text.length > openingCharacters ? `${text.slice(0, openingCharacters)}…` : text}
    </p>
  );
}

const openingCharacters = 24;

function Leaders({ campaign }: { readonly campaign: CampaignView }) {
  const { words, say } = useWords();
  return (
    <dl>
      {campaign.leadingGroup.map(({ as, who }) => (
        <Line key={who} label={say(as)}>
          <span lang="zh-CN">{who}</span>
        </Line>
      ))}
      <Line label={words.plan.taskForce}>
        <span>{campaign.taskForce.map(({ name }) => say(name)).join(words.comma)}</span>
      </Line>
    </dl>
  );
}
