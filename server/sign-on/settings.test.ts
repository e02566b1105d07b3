import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { StartProblem } from "../store/start-problem.ts";
import { readSignOn } from "./settings.ts";

const whole = {
  ZHIBEN_OIDC_ISSUER: "https://sso.example/realms/office",
  ZHIBEN_OIDC_CLIENT: "zhiben",
  ZHIBEN_OIDC_SECRET: "a secret",
  ZHIBEN_OIDC_ADDRESS: "https://zhiben.example",
};

test("nothing is set up where nothing is written down", () => {
  expect(readSignOn({ PORT: "8080" })).toBeUndefined();
});

test("what is left out is as an operator would expect", () => {
  expect(readSignOn(whole)).toMatchObject({
    name: { zh: "统一身份认证" },
    scopes: ["openid", "profile"],
    binding: "person",
    claim: "preferred_username",
    enough: { acr: [], amr: [] },
  });
});

test("the secret may stand in a file, whose line end is none of it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "zhiben-sign-on-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "secret"), "of a file\n");
  const { ZHIBEN_OIDC_SECRET: _, ...rest } = whole;
  expect(readSignOn({ ...rest, ZHIBEN_OIDC_SECRET_FILE: join(folder, "secret") })?.secret).toBe("of a file");
});

test("a provider on this machine may do without TLS", () => {
  for (const issuer of ["http://127.0.0.1:9000", "http://localhost:9000", "http://[::1]:9000"])
    expect(readSignOn({ ...whole, ZHIBEN_OIDC_ISSUER: issuer })?.issuer.protocol).toBe("http:");
});

test.each<[string, Readonly<Record<string, string>>, string]>([
  ["a provider without TLS", { ZHIBEN_OIDC_ISSUER: "http://sso.example" }, "ZHIBEN_OIDC_ISSUER"],
  [
    "a provider that is only called like this machine",
    { ZHIBEN_OIDC_ISSUER: "http://localhost.example" },
    "ZHIBEN_OIDC_ISSUER",
  ],
  ["a provider that is no address", { ZHIBEN_OIDC_ISSUER: "sso" }, "ZHIBEN_OIDC_ISSUER"],
  ["a provider with a query", { ZHIBEN_OIDC_ISSUER: "https://sso.example/?a=b" }, "ZHIBEN_OIDC_ISSUER"],
  ["no provider, but a client", { ZHIBEN_OIDC_ISSUER: "" }, "ZHIBEN_OIDC_ISSUER"],
  ["no client", { ZHIBEN_OIDC_CLIENT: "" }, "ZHIBEN_OIDC_CLIENT"],
  ["no secret", { ZHIBEN_OIDC_SECRET: "" }, "ZHIBEN_OIDC_SECRET"],
  ["two secrets", { ZHIBEN_OIDC_SECRET_FILE: "/etc/secret" }, "ZHIBEN_OIDC_SECRET"],
  [
    "a file that is not there",
    { ZHIBEN_OIDC_SECRET: "", ZHIBEN_OIDC_SECRET_FILE: "/nowhere/at/all" },
    "ZHIBEN_OIDC_SECRET_FILE",
  ],
  ["no own address", { ZHIBEN_OIDC_ADDRESS: "" }, "ZHIBEN_OIDC_ADDRESS"],
  [
    "an own address with a path",
    { ZHIBEN_OIDC_ADDRESS: "https://zhiben.example/app" },
    "ZHIBEN_OIDC_ADDRESS",
  ],
  ["an own address without TLS", { ZHIBEN_OIDC_ADDRESS: "http://zhiben.example" }, "ZHIBEN_OIDC_ADDRESS"],
  ["scopes without openid", { ZHIBEN_OIDC_SCOPES: "profile" }, "ZHIBEN_OIDC_SCOPES"],
  ["a way of binding that there is not", { ZHIBEN_OIDC_BIND: "email" }, "ZHIBEN_OIDC_BIND"],
])("%s is refused by name", (_, own, name) => {
  const read = () => readSignOn({ ...whole, ...own });
  expect(read).toThrow(StartProblem);
  expect(read).toThrow(new RegExp(name));
});
