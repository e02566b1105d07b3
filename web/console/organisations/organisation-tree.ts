import type { Words } from "../../../core/words.ts";
import type { OrganisationView, RegionView } from "../../api/types.ts";

/** In the order in which a place shows them. */
export const groupKinds = [
  "governing",
  "committeeOffice",
  "department",
  "support",
  "park",
  "township",
] as const;
export type GroupKind = (typeof groupKinds)[number];

export interface Group {
  readonly kind: GroupKind;
  readonly organisations: readonly OrganisationView[];
}

/** A prefecture, a county or a park, with its own organisations and the places within it. */
export interface Place {
  readonly id: string;
  readonly name: Words;
  readonly groups: readonly Group[];
  readonly places: readonly Place[];
}

type IsShown = (organisation: OrganisationView) => boolean;

/** What is shown of the organisations, by place; a place without any is left out. Townships stand in their county. */
export function organisationTree(
  organisations: readonly OrganisationView[],
  regions: readonly RegionView[],
  isShown: IsShown,
): readonly Place[] {
  const codes = new Set(
    organisations.filter(({ level }) => level !== "township").map(({ region }) => region),
  );
  const places = regions.filter(({ code }) => codes.has(code));
  const placeOf = ({ region }: OrganisationView) =>
    codes.has(region) ? region : placeAround(region, places);
  const shown = organisations.filter(isShown);
  const within = (around: string): readonly Place[] =>
    places
      .filter(({ code }) => placeAround(code, places) === around)
      .map(({ code, name }): Place => {
        const here = shown.filter((one) => placeOf(one) === code);
        const groups = groupsOf(here.filter((one) => !isPark(one)));
        return { id: code, name, groups, places: [...within(code), ...here.filter(isPark).map(placeOfPark)] };
      })
      .filter(({ groups, places: below }) => groups.length > 0 || below.length > 0);
  return within("");
}

const isPark: IsShown = ({ kind }) => kind === "park";

const placeOfPark = (park: OrganisationView): Place => ({
  id: park.id,
  name: park.shortName,
  groups: groupsOf([park]),
  places: [],
});

/** The code of the nearest place around a region; empty for the highest. */
function placeAround(code: string, places: readonly RegionView[]): string {
  const around = places.map((place) => place.code).filter((one) => one !== code && code.startsWith(one));
  return around.reduce((nearest, one) => (one.length > nearest.length ? one : nearest), "");
}

function groupsOf(organisations: readonly OrganisationView[]): readonly Group[] {
  return groupKinds
    .map((kind) => ({ kind, organisations: organisations.filter((one) => groupOf(one) === kind) }))
    .filter((group) => group.organisations.length > 0);
}

function groupOf({ kind, level }: OrganisationView): GroupKind {
  if (level === "township") return "township";
  return kind === "government" || kind === "partyCommittee" ? "governing" : kind;
}

/** Whether anything of it is to be confirmed: the organisation itself, or for which sectors it answers. */
export const isUnconfirmed: IsShown = ({ toBeConfirmed, duties }) =>
  toBeConfirmed || duties.some((duty) => duty.toBeConfirmed);

/** Whether one of its names, full or short, holds what somebody looks for. */
export function isNamed({ name, shortName }: OrganisationView, looksFor: string): boolean {
  const piece = looksFor.trim().toLowerCase();
  return [name.zh, name.en, shortName.zh, shortName.en].some((one) => one.toLowerCase().includes(piece));
}
