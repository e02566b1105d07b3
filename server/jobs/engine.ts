import type { Actor } from "../../core/scope/scope.ts";
import type { Services } from "../services.ts";
import { readInstallation } from "../store/found.ts";

/** The engine itself, as whom the installation does what the calendar brings. */
export async function engineOf({ pool }: Pick<Services, "pool">): Promise<Actor> {
  const installation = await readInstallation(pool);
  if (installation === undefined) throw new Error("There is no installation to work for");
  const { id } = installation;
  return {
    id,
    name: "治本",
    role: "system",
    organisation: id,
    level: "prefecture",
    region: "",
    sectors: "all",
  };
}
