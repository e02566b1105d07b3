import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { openProvider } from "./provider.ts";
import { readSignOn } from "./settings.ts";

test("a provider that is not well is not asked again by everybody who wants to sign out", async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.writeHead(503).end();
  });
  await new Promise<void>((done) => {
    server.listen(0, "127.0.0.1", done);
  });
  const { port } = server.address() as AddressInfo;
  try {
    const settings = readSignOn({
      ZHIBEN_OIDC_ISSUER: `http://127.0.0.1:${port}`,
      ZHIBEN_OIDC_CLIENT: "zhiben",
      ZHIBEN_OIDC_SECRET: "a secret",
      ZHIBEN_OIDC_ADDRESS: "https://zhiben.example",
    });
    if (settings === undefined) throw new Error("No settings");
    const provider = openProvider(settings);
    await expect(provider.endAddress()).rejects.toThrow("providerDown");
    await expect(provider.endAddress()).rejects.toThrow("providerDown");
    expect(asked).toBe(1);
  } finally {
    server.close();
  }
});
