import type { Day } from "../calendar/day.ts";
import { loadedItems } from "./criteria.ts";
import type { CriteriaStandard, Pack } from "./pack.ts";
import type { Located } from "./pack-problem.ts";

/** What must hold between the versions, topics and items of the criteria library. */
export function criteriaRules(pack: Pack): readonly Located[] {
  return [...lineageRules(pack.standards), ...countRules(pack), ...topicRules(pack)];
}

/** Of one lineage no two versions are in force on one day: a hazard found on it would have two criteria. */
function lineageRules(standards: readonly CriteriaStandard[]): readonly Located[] {
  return standards.flatMap((standard, index): readonly Located[] => {
    const { lineage } = standard;
    if (lineage === undefined) return [];
    const other = standards
      .slice(0, index)
      // What is replaced by name is told at that place.
      .find(
        (earlier) => earlier.lineage === lineage && overlap(earlier, standard) && !replace(earlier, standard),
      );
    return other === undefined
      ? []
      : [
          {
            at: `/standards/${index}/from`,
            code: "versions-overlap",
            about: `${other.code}, ${standard.code}`,
          },
        ];
  });
}

const replace = (one: CriteriaStandard, other: CriteriaStandard): boolean =>
  one.replaces === other.code || other.replaces === one.code;

/** A first day that is not known may be any day. */
const begins = ({ from }: CriteriaStandard): Day | "" => from ?? "";

const startsWithin = (one: CriteriaStandard, other: CriteriaStandard): boolean =>
  begins(one) >= begins(other) && (other.to === undefined || begins(one) <= other.to);

const overlap = (one: CriteriaStandard, other: CriteriaStandard): boolean =>
  startsWithin(one, other) || startsWithin(other, one);

function countRules({ standards, topics, items }: Pack): readonly Located[] {
  return standards.flatMap(({ code, officialItems }, index): readonly Located[] => {
    if (officialItems === null) return [];
    const loaded = loadedItems(items.filter(({ standard }) => standard === code));
    const under = topics
      .filter(({ standard }) => standard === code)
      .reduce((sum, topic) => sum + (topic.officialItems ?? 0), 0);
    if (loaded + under <= officialItems) return [];
    const about = `${loaded} + ${under} > ${officialItems}`;
    return [{ at: `/standards/${index}/officialItems`, code: "more-items-than-official", about }];
  });
}

function topicRules({ standards, topics, items }: Pack): readonly Located[] {
  const known = new Set(standards.map(({ code }) => code));
  const taken = new Set(items.map(({ standard, item }) => `${standard}/${item}`));
  return topics.flatMap(({ standard, topic }, index): readonly Located[] => {
    const at = `/topics/${index}`;
    if (!known.has(standard)) return [{ at: `${at}/standard`, code: "unknown-standard", about: standard }];
    const id = `${standard}/${topic}`;
    if (taken.has(id)) return [{ at: `${at}/topic`, code: "duplicate", about: id }];
    taken.add(id);
    return [];
  });
}
