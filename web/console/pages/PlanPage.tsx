import "../list/list.css";
import "../plan/plan.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useLocation, useNavigate } from "@tanstack/react-router";
import type { CampaignView, MeasureView } from "../../api/plan-types.ts";
import * as queries from "../../api/queries.ts";
import { Mark } from "../../ui/marks.tsx";
import { useTitle, useWords } from "../../words/language.tsx";
import { MeasureCard, measureAnchor } from "../plan/MeasureCard.tsx";
import { PlanFilter } from "../plan/PlanFilter.tsx";
import { Chapter, PlanSection } from "../plan/PlanSection.tsx";
import { narrowed } from "../plan/plan-view.ts";

const route = getRouteApi("/shell/plan");

/** The campaign's plan as a document: its text from first to last, and beside it what the text says as data. */
export default function PlanPage() {
  const { words } = useWords();
  const search = route.useSearch();
  const navigate = useNavigate();
  const { data: campaign } = useSuspenseQuery(queries.campaign);
  const { data: measures } = useSuspenseQuery(queries.measures);
  useTitle(words.plan.title);
  const shown = narrowed(measures, campaign, search);
  const isWhole = Object.keys(search).length === 0;
  return (
    <div className="stack plan">
      <PlanHead campaign={campaign} />
      <PlanFilter
        campaign={campaign}
        measures={measures}
        search={search}
        onAsk={(asked) => void navigate({ to: "/plan", search: asked, replace: true })}
      />
      <Contents shown={shown} total={measures.length} />
      {isWhole ? (
        campaign.sections.map((section) =>
          section.kind === "measures" ? (
            <Measures key={section.heading} campaign={campaign} measures={measures} />
          ) : (
            <PlanSection key={section.heading + section.kind} section={section} campaign={campaign} />
          ),
        )
      ) : (
        <Measures campaign={campaign} measures={shown} />
      )}
    </div>
  );
}

function PlanHead({ campaign }: { readonly campaign: CampaignView }) {
  const { words, say } = useWords();
  const { plan } = words;
  return (
    <>
      <div className="page-head">
        <h1>{plan.title}</h1>
      </div>
      <section className="paper plan-head" aria-label={say(campaign.name)}>
        <p className="plan-name">{say(campaign.name)}</p>
        <dl className="plan-facts">
          <Fact label={plan.issuer}>{say(campaign.issuer)}</Fact>
          <Fact label={plan.implements}>{campaign.implements}</Fact>
          <Fact label={plan.span}>{plan.during(campaign.from, campaign.to)}</Fact>
          <Fact label={plan.source}>{campaign.source}</Fact>
        </dl>
        <p className="soft">{plan.note}</p>
        <Groups campaign={campaign} />
      </section>
    </>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Whom the plan means by 各有关部门 and the like. */
function Groups({ campaign: { units } }: { readonly campaign: CampaignView }) {
  const { words, say } = useWords();
  const names = new Map(units.map(({ id, name }) => [id, say(name)]));
  return (
    <details>
      <summary className="button-link">{words.plan.groups}</summary>
      <dl className="plan-groups">
        {units
          .filter(({ organisation }) => organisation === null)
          .map(({ id, name, members, toBeConfirmed }) => (
            <div key={id} className="plan-line">
              <dt>{say(name)}</dt>
              <dd>
                <span>
                  {members.length === 0
                    ? words.plan.noMembers
                    : members.map((member) => names.get(member)).join(words.comma)}{" "}
                  {toBeConfirmed && <Mark tone="yellow">{words.plan.toBeConfirmed}</Mark>}
                </span>
              </dd>
            </div>
          ))}
      </dl>
    </details>
  );
}

/** The measures by their numbers, and how many of them are shown. */
function Contents({ shown, total }: { readonly shown: readonly MeasureView[]; readonly total: number }) {
  const { words, say } = useWords();
  return (
    <nav className="paper plan-contents" aria-label={words.plan.contents}>
      <p role="status">{shown.length === 0 ? words.plan.empty : words.plan.shown(shown.length, total)}</p>
      <ol className="plan-numbers">
        {shown.map(({ number, title }) => (
          <li key={number}>
            <Link
              to="/plan"
              search={(before) => before}
              hash={measureAnchor(number)}
              title={say(title)}
              aria-label={`${words.plan.measure(number)} ${say(title)}`}
            >
              {number}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Measures({
  campaign,
  measures,
}: {
  readonly campaign: CampaignView;
  readonly measures: readonly MeasureView[];
}) {
  const { say } = useWords();
  const hash = useLocation({ select: (location) => location.hash });
  const [chapter] = campaign.sections.filter(({ kind }) => kind === "measures");
  return (
    <>
      {chapter !== undefined && <Chapter heading={chapter.heading} title={say(chapter.title)} />}
      {campaign.actions.map(({ number, heading, title }) => {
        const own = measures.filter((measure) => measure.action === number);
        if (own.length === 0) return null;
        return (
          <section key={number} className="stack" aria-label={say(title)}>
            <Chapter heading={heading} title={say(title)} />
            {own.map((measure) => (
              <MeasureCard
                key={measure.number}
                measure={measure}
                isAsked={hash === measureAnchor(measure.number)}
              />
            ))}
          </section>
        );
      })}
    </>
  );
}
