import type { Services } from "../services.ts";
import { tendAudit } from "./audit.ts";
import { recalculateDeadlines } from "./recalculate.ts";
import { remind } from "./reminders.ts";

const hourMs = 3_600_000;

/** Work that the calendar brings: once at start and every hour after it. Each part may run anywhere, any number of times. */
export function startHourly(
  services: Services,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const round = async () => {
    await recalculateDeadlines(services).catch(onError);
    await remind(services).catch(onError);
    await tendAudit(services).catch(onError);
  };
  const again = () => {
    running = running.then(round);
  };
  again();
  const timer = setInterval(again, hourMs);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
