import type { Services } from "../services.ts";

/** Runs a job once and counts how it ended; one that fails is told of and ends nothing else. */
export async function runJob(
  services: Services,
  name: string,
  job: (services: Services) => Promise<unknown>,
  onError: (error: unknown) => void,
): Promise<void> {
  const { metrics, clock } = services;
  try {
    await job(services);
    metrics.job(name, "done", clock());
  } catch (error) {
    metrics.job(name, "failed", clock());
    onError(error);
  }
}
