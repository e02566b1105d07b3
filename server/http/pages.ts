import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import staticFiles from "@fastify/static";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { HttpProblem } from "./problems.ts";

export const webFolder = fileURLToPath(new URL("../../web/dist/", import.meta.url));

/** Serves the built web: its files as they are, and for every other address outside /api the page that finds its own way. */
export async function servePages(
  app: FastifyInstance,
  folder: string,
  nonceOf: (request: FastifyRequest) => string,
  demonstration: boolean,
): Promise<void> {
  const built = await readFile(`${folder}/index.html`, "utf8");
  // The frame has its banner from the first paint on, or the page would jump when it comes.
  const page = built.replace("__DEMONSTRATION__", String(demonstration));
  await app.register(staticFiles, {
    root: folder,
    index: false,
    // A file that is hidden in a folder is not meant to be seen from outside.
    dotfiles: "ignore",
    wildcard: true,
    preCompressed: true,
    // An address that ends so is a page's, though a folder may be called so.
    allowedPath: (path) => !path.endsWith("/"),
    // Built names carry a hash of their content, so they never go stale.
    setHeaders: (reply, path) => {
      if (path.includes("/assets/")) reply.header("cache-control", "public, max-age=31536000, immutable");
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      (request.method === "GET" || request.method === "HEAD") &&
      !request.url.startsWith("/api/") &&
      !/\.\w+$/.test(request.url.split("?")[0] ?? "");
    if (!isPage) throw new HttpProblem("not-found");
    reply.header("cache-control", "no-cache").type("text/html; charset=utf-8");
    return reply.send(page.replaceAll("__CSP_NONCE__", nonceOf(request)));
  });
}
