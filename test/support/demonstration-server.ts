import type { TestProject } from "vitest/node";
import { newHome, startServer } from "./running-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the product runs, with its demonstration, for the stories of this run. */
    address: string;
  }
}

/** Starts the real product once for all stories: each of them brings entries of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = await newHome();
  const server = await startServer(home.folder);
  project.provide("address", server.address);
  return async () => {
    await server.stop();
    await home.remove();
  };
}
