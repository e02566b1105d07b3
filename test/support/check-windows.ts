import { z } from "zod";
import { tendSelfChecks } from "../../server/jobs/self-checks.ts";
import { enterpriseId, type PersonName } from "./cast.ts";
import { mustDo, type World } from "./world.ts";

const noticed = z.object({ notices: z.array(z.object({ entry: z.string().nullable(), kind: z.string() })) });

/** What tests of self-checks do in their world, whichever that is at the time. */
export function checkWindows(world: () => World) {
  const tend = () => tendSelfChecks(world().services);
  const checksOf = async (name: PersonName, query = {}) =>
    (
      await world()
        .as(name)
        .list("self-check", { count: "exact", ...query })
    ).entries;
  const amend = async (name: "copper" | "foundry", input: Readonly<Record<string, unknown>>) => {
    const id = enterpriseId(name);
    const { version } = (await world().as("lin").entry("enterprise", id)).entry;
    mustDo(await world().as("lin").act("enterprise", id, "amend", { version, input }));
  };
  return {
    tend,
    checksOf,
    amend,
    /** The self-check of Mei's enterprise, which belongs to the province, as the calendar opened it. */
    opened: async (): Promise<string> => {
      await amend("copper", { ownership: "provincial" });
      await tend();
      return (await checksOf("su"))[0]?.id ?? "";
    },
    /** What the cells of self-checks count, without the zeros. */
    cells: async (): Promise<Readonly<Record<string, number>>> => {
      const { rows } = await world().owner.query<{ measure: string; count: number }>(
        `select measure, sum(count) as count from cell where measure like 'self-check.%' group by 1 having sum(count) <> 0`,
      );
      return Object.fromEntries(
        rows.map(({ measure, count }) => [measure.replace("self-check.", ""), count]),
      );
    },
    noticesOf: async (name: PersonName, id: string) =>
      noticed
        .parse((await world().as(name).get("/api/notices")).body)
        .notices.filter(({ entry }) => entry === id)
        .map(({ kind }) => kind),
  };
}
