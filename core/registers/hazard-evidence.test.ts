import { describe, expect, test } from "vitest";
import { idOfName } from "../../server/store/ids.ts";
import { criteriaOf, hazardEntry, type Row, resultOf, tryOnHazard } from "../../test/support/builders.ts";
import { enterpriseId } from "../../test/support/cast.ts";
import type { Decision } from "../register/decide.ts";
import type { StoredFile, Taken, Values } from "../register/field.ts";

const valuesOf = (decision: Decision): Values =>
  "refusal" in decision ? { refused: decision.refusal.code } : decision.steps[0].after.values;

describe("photos of a major hazard", () => {
  const photo = { id: idOfName("photo"), hash: "ab", name: "一.jpg", type: "image/jpeg", sizeBytes: 9 };
  const accepted = { acceptanceReport: "合格", acceptancePersons: "张三" };
  const stored = { files: { [photo.id]: photo } };
  test.each<Row>([
    {
      story: "before, and after with the acceptance",
      own: { photos: [photo] },
      input: { afterPhotos: [photo.id] },
      gives: "selfAccepted",
    },
    {
      story: "kept since the progress was told",
      own: { photos: [photo], afterPhotos: [photo] },
      gives: "selfAccepted",
    },
    { story: "why none may be taken", input: { noPhotoReason: "炸药库内禁止拍摄" }, gives: "selfAccepted" },
    { story: "none at all", gives: "photos-missing" },
    { story: "none of before", input: { afterPhotos: [photo.id] }, gives: "photos-missing" },
    {
      story: "an empty list is none",
      own: { photos: [photo] },
      input: { afterPhotos: [] },
      gives: "photos-missing",
    },
    { story: "a general hazard needs none", own: { level: "general" }, gives: "selfAccepted" },
  ])("$story", ({ own, input = {}, gives }) => {
    const given = {
      by: "su" as const,
      state: "rectifying",
      own,
      input: { ...accepted, ...input },
      facts: stored,
    };
    expect(resultOf(tryOnHazard("selfAccept", given))).toBe(gives);
  });

  test("the refusal says which are missing", () => {
    const refused = tryOnHazard("selfAccept", {
      by: "su",
      state: "rectifying",
      own: { photos: [photo] },
      input: accepted,
    });
    expect(refused).toEqual({
      refusal: { code: "photos-missing", problems: [{ field: "afterPhotos", code: "required" }] },
    });
  });
});

describe("what the photos leave open", () => {
  const photo = (name: string, taken?: Taken): StoredFile => ({
    id: idOfName(name),
    hash: "ab",
    name: `${name}.jpg`,
    type: "image/jpeg",
    sizeBytes: 9,
    ...(taken ? { taken } : {}),
  });
  const here = { longitude: 99.7, latitude: 27.83 };
  const before = photo("before", { at: "2026-03-10T09:00:00", ...here });
  const second = (taken: Taken) => photo("after", { at: "2026-03-20T09:00:00", ...here, ...taken });
  const paper: StoredFile = { ...photo("paper"), type: "application/pdf" };
  const accept = (photos: readonly StoredFile[], afterPhotos: readonly StoredFile[], level = "major") =>
    valuesOf(
      tryOnHazard("selfAccept", {
        by: "su",
        state: "rectifying",
        own: { photos, afterPhotos, level },
        input: { acceptanceReport: "合格", acceptancePersons: "张三", noPhotoReason: "防爆" },
      }),
    ).evidenceGaps;
  // A degree of latitude is 111 195 m on this sphere.
  const north = (metres: number) => ({ latitude: here.latitude + metres / 111_195 });
  test.each([
    { story: "nothing, with time and place", photos: [before], later: [second({})], gives: undefined },
    { story: "499 m away", photos: [before], later: [second(north(499))], gives: undefined },
    { story: "501 m away", photos: [before], later: [second(north(501))], gives: ["apart"] },
    {
      story: "taken before the finding",
      photos: [before],
      later: [second({ at: "2026-03-09T23:59:59" })],
      gives: ["early"],
    },
    {
      story: "on the day of the finding",
      photos: [before],
      later: [second({ at: "2026-03-10T00:00:00" })],
      gives: undefined,
    },
    {
      story: "neither time nor place",
      photos: [photo("bare")],
      later: [second({})],
      gives: ["noTime", "noPlace"],
    },
    { story: "a paper among them", photos: [before, paper], later: [second({})], gives: undefined },
    { story: "none of after", photos: [before], later: [], gives: ["none"] },
    { story: "none at all", photos: [], later: [], gives: ["none"] },
    { story: "none at all of a general hazard", photos: [], later: [], level: "general", gives: undefined },
  ])("$story", ({ photos, later, level, gives }) => {
    expect(accept(photos, later, level)).toEqual(gives);
  });

  test("is said when a photo comes, and taken back with a better one", () => {
    const bare = photo("bare");
    const supplement = (own: Values, file: StoredFile) =>
      valuesOf(
        tryOnHazard("supplement", {
          by: "su",
          own,
          input: { photos: [file.id] },
          facts: { files: { [file.id]: file } },
        }),
      );
    expect(supplement({}, bare)).toMatchObject({ evidenceGaps: ["noTime", "noPlace"] });
    expect(supplement({ photos: [bare], evidenceGaps: ["noTime", "noPlace"] }, before)).not.toHaveProperty(
      "evidenceGaps",
    );
  });
});

describe("stock and increment", () => {
  const find = (foundOn: string) =>
    tryOnHazard("find", {
      by: "su",
      state: "",
      input: { title: "无接地", organisation: enterpriseId("copper"), source: "selfCheck", foundOn },
      facts: {
        entries: { organisation: { ...hazardEntry("found"), register: "enterprise", state: "operating" } },
      },
    });
  test.each([
    ["2023-12-31", "stock"],
    ["2024-01-01", "increment"],
  ])("what was found on %s is %s", (foundOn, stock) => {
    expect(valuesOf(find(foundOn))).toMatchObject({ stock });
  });
});

describe("the same item again at the same enterprise", () => {
  const earlier = (day: string, state = "closed") => ({
    id: idOfName(`hazard of ${day}`),
    number: "",
    title: "",
    state,
    day,
  });
  const judge = (
    act: string,
    before: readonly ReturnType<typeof earlier>[],
    item: object = { criteriaItem: "GM/3-2" },
  ) =>
    valuesOf(
      tryOnHazard(act, {
        by: "su",
        input: { judgementReason: "无接地", ...item },
        facts: { ...criteriaOf("GM/3-2"), alike: before },
      }),
    );
  test.each([
    { story: "a year before to the day", before: [earlier("2025-03-10")], of: "2025-03-10" },
    {
      story: "the newest of several",
      before: [earlier("2026-03-10"), earlier("2026-01-05")],
      of: "2026-03-10",
    },
    {
      story: "passing over what was no hazard",
      before: [earlier("2026-02-01", "dismissed"), earlier("2026-01-05")],
      of: "2026-01-05",
    },
    { story: "one that still stands open", before: [earlier("2026-01-05", "rectifying")], of: "2026-01-05" },
  ])("is a repetition: $story", ({ before, of }) => {
    for (const act of ["proposeMajor", "proposeGeneral"])
      expect(judge(act, before)).toMatchObject({ repeated: true, repeatOf: [earlier(of).id] });
  });

  test.each([
    { story: "a day more than a year before", before: [earlier("2025-03-09")] },
    {
      story: "void, merged and dismissed ones",
      before: ["void", "merged", "dismissed"].map((state) => earlier("2026-01-05", state)),
    },
    { story: "one found later than this", before: [earlier("2026-03-11")] },
    { story: "none at all", before: [] },
  ])("is none: $story", ({ before }) => {
    expect(judge("proposeMajor", before)).not.toHaveProperty("repeated");
  });

  test("is told only of an item that is cited", () => {
    expect(judge("proposeGeneral", [earlier("2026-01-05")], {})).not.toHaveProperty("repeatOf");
  });
});
