import { tmpdir } from "node:os";
import { join } from "node:path";
import { assemble } from "../server/start.ts";
import { benchNow } from "./world.ts";

/** The product on a bench database, in a process of its own; its clock starts on the day after the dataset's last. */
const [url = ""] = process.argv.slice(2);
const startedAt = Date.now();
const zhiben = await assemble({
  connection: { connectionString: url },
  filesFolder: tmpdir(),
  exportsFolder: join(tmpdir(), "zhiben-bench-exports"),
  keysFolder: join(tmpdir(), "zhiben-bench-keys"),
  algorithm: "sha256",
  pages: undefined,
  pack: "diqing",
  demonstration: true,
  clock: () => new Date(benchNow.getTime() + Date.now() - startedAt),
  onProgress: () => undefined,
  onError: (error) => process.stderr.write(`${String(error)}\n`),
});
process.once("SIGTERM", () => {
  zhiben.stop().then(() => process.exit(0));
});
const address = await zhiben.app.listen({ host: "127.0.0.1", port: 0 });
process.stdout.write(`${address}\n`);
