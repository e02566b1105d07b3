import { addDays, type Day, daysBetween, monthsLater } from "../../core/calendar/day.ts";
import { criteriaFact } from "../store/campaign.ts";
import { type Chance, newChance } from "./chance.ts";
import { composed } from "./compose.ts";
import type { Tale } from "./hazards.ts";
import { firmOf } from "./records.ts";
import type { FaultKind, Standing, Story } from "./shape.ts";
import { type Firm, fitsTo, laterOf, type World, workingDayFrom, workingDayUpTo } from "./world.ts";

/** Every hazard that is to be told: month by month, then those that stand today at some step of their way, then the named ones. */
export function tales(world: World): readonly Tale[] {
  const { standing, told } = world.script.stories;
  const taken = new Set(told.map(({ title }) => title));
  return [
    ...monthly(world, taken),
    ...standing.map((one, at) => standingTale(world, one, at, taken)),
    ...told.map(({ title, place, why, fix, item, ...one }) => {
      const fault = { title, why, fix, ...(place ? { place } : {}), ...(item ? { item } : {}) };
      return taleOf(world, one, { firm: firmOf(world, one.enterprise ?? ""), fault }, one.key ?? title);
    }),
  ];
}

const monthsBefore = 12;
const registeredAfterDays = 35;
const registeredWithinDays = 50;

/** Months that are over are told alike in every year; of the present one as far as it has come. */
function monthly(world: World, taken: Set<string>): readonly Tale[] {
  const { from } = world.campaign.pack.plan;
  const { perMonth } = world.script.stories;
  const told: Drawn[] = [];
  for (let month = monthsLater(from, -monthsBefore); month <= world.today; month = monthsLater(month, 1)) {
    const isStock = month < from;
    const count = isStock ? perMonth.stock : perMonth.since;
    for (let at = 0; at < count; at += 1) {
      const chance = newChance(`${month}/${at}`);
      const found = workingDayUpTo(world.campaign, addDays(month, chance.between(3, 27)));
      const again = !isStock && chance.falls(0.08) ? repeatable(world, told, found, chance) : undefined;
      const { firm, kind, story } = again ?? draw(world, chance, { from: found, to: found });
      const registered = addDays(from, registeredAfterDays + chance.between(0, registeredWithinDays));
      told.push({
        key: `${month}/${at}`,
        story,
        firm,
        kind,
        fault: composed(world.script.hazards, kind, firm.row, chance, taken),
        day: isStock
          ? workingDayFrom(world.campaign, registered)
          : laterOf(found, addDays(firm.registeredOn, 3)),
        ...(isStock ? { foundOn: found } : {}),
        fixDays: chance.between(...world.script.stories.fixDays[isStock ? "stock" : story.level]),
        pictured: story.level === "major" && chance.falls(0.12),
        boarded: !isStock && story.level === "major" && chance.falls(0.8),
      });
    }
  }
  return told;
}

/** A tale that was drawn, and of which kind its hazard is. */
interface Drawn extends Tale {
  readonly kind: FaultKind;
}

/** A major hazard of the months before: its like is found at the same enterprise by the same item. */
function repeatable(world: World, told: readonly Drawn[], found: Day, chance: Chance): Drawn | undefined {
  const before = told.filter(
    ({ firm, kind, day, foundOn }) =>
      isOpenOn(firm, found) &&
      kindsAt(world, firm, "major", { from: found, to: found }).includes(kind) &&
      foundOn === undefined &&
      daysBetween(day, found) > 40 &&
      daysBetween(day, found) < 300,
  );
  return before.length > 0 ? chance.pick(before) : undefined;
}

const majorShare = 0.4;
const ofTradeShare = 0.75;

/** From when to when something may have been found. */
interface Span {
  readonly from: Day;
  readonly to: Day;
}

function draw(world: World, chance: Chance, found: Span, wanted?: Story, where?: Firm) {
  const level = wanted?.level ?? (chance.falls(majorShare) ? "major" : "general");
  const firms = world.firms.filter((firm) => suits(world, firm, wanted, level, found));
  // What stands today is told at its enterprise, if the criteria of the day have something for it.
  const firm = firms.find((one) => one === where) ?? chance.pick(firms);
  const kinds = kindsAt(world, firm, level, found);
  const ofTrade = kinds.filter((kind) => kind.for.length > 0);
  const kind = chance.pick(ofTrade.length > 0 && chance.falls(ofTradeShare) ? ofTrade : kinds);
  const story = wanted ?? chance.weighed(storiesFor(world, firm, level));
  return { firm, kind, story };
}

const suits = (world: World, firm: Firm, wanted: Story | undefined, level: Story["level"], found: Span) =>
  isOpenOn(firm, found.to) &&
  kindsAt(world, firm, level, found).length > 0 &&
  (wanted === undefined ? storiesFor(world, firm, level).length > 0 : canTell(firm, wanted));

const isOpenOn = ({ until }: Firm, day: Day): boolean => until === undefined || day < until;

const storiesFor = ({ script }: World, firm: Firm, level: Story["level"]) =>
  script.stories.stories.filter((story) => story.level === level && canTell(firm, story));

/** A story of a department's officers, or of another department, needs somebody to play in it. */
const canTell = (firm: Firm, { level, foundBy, receiver }: Story): boolean =>
  (firm.supervisor !== undefined || (level === "general" && foundBy !== "inspector")) &&
  (receiver === undefined || firm.receiver !== undefined);

const kindsFitting = new WeakMap<Firm, readonly FaultKind[]>();

/** The kinds of hazards that may be found at an enterprise. Gathered once: every tale asks it of every enterprise. */
function kindsFor({ script }: World, firm: Firm): readonly FaultKind[] {
  const fitting =
    kindsFitting.get(firm) ?? script.hazards.faults.filter((kind) => fitsTo(firm.row, kind.for));
  kindsFitting.set(firm, fitting);
  return fitting;
}

function kindsAt(world: World, firm: Firm, level: Story["level"], { from, to }: Span) {
  const { campaign } = world;
  return kindsFor(world, firm).filter((kind) => {
    if ((level === "major") !== (kind.item !== undefined)) return false;
    if (kind.item === undefined) return true;
    const item = criteriaFact(campaign, kind.item);
    return item !== undefined && item.from <= from && to <= (item.to ?? to);
  });
}

function standingTale(world: World, one: Standing, at: number, taken: Set<string>): Tale {
  const chance = newChance(`standing ${at}`);
  const where = one.enterprise === undefined ? undefined : firmOf(world, one.enterprise);
  const found = { from: addDays(world.today, -longestWay(one)), to: world.today };
  const { firm, kind } = draw(world, chance, found, storyNamed(world, one.story), where);
  const fault = composed(world.script.hazards, kind, firm.row, chance, taken);
  return taleOf(world, one, { firm, fault }, `standing-${at}`);
}

const mostDaysToAnAct = 12;

/** No fewer days than may have gone by since the finding of what stands today: its item was in force then, too. */
const longestWay = ({ acts, daysAgo = 0, startedDaysAgo = 0 }: Standing): number =>
  startedDaysAgo + daysAgo + acts * mostDaysToAnAct;

function taleOf(
  world: World,
  { story, acts, daysAgo, startedDaysAgo, fixDays }: Standing,
  { firm, fault }: Pick<Tale, "firm" | "fault">,
  key: string,
): Tale {
  const told = storyNamed(world, story);
  const chance = newChance(`tale of ${key}`);
  return {
    key,
    story: told,
    firm,
    fault,
    acts,
    day: addDays(world.today, -(startedDaysAgo ?? daysAgo ?? 0)),
    ...(startedDaysAgo === undefined ? { ends: true as const } : {}),
    fixDays: fixDays ?? chance.between(...world.script.stories.fixDays[told.level]),
    pictured: told.level === "major" && chance.falls(0.5),
    boarded: told.level === "major" && chance.falls(0.8),
  };
}

function storyNamed({ script }: World, name: string): Story {
  const story = script.stories.stories.find((one) => one.name === name);
  if (story === undefined) throw new Error(`No story ${name}`);
  return story;
}
