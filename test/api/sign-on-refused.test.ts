import { beforeAll, describe, expect, test } from "vitest";
import type { Answer } from "../support/client.ts";
import { newBrowserAtProvider, otherClient } from "../support/identity-provider.ts";
import { type Browsing, newBrowser } from "../support/sign-in.ts";
import {
  beginBinding,
  begun,
  besideProvider,
  bind,
  comeBack,
  lastFailure,
  passwordIn,
  signOn,
  visitProvider,
} from "../support/sign-on.ts";
import { mustDo, type World } from "../support/world.ts";

let world: World;
besideProvider((started) => {
  ({ world } = started);
});

interface Refusal {
  readonly story: string;
  readonly gives: string;
  /** What the audit log says of it; nothing where nobody began. */
  readonly told?: string;
  readonly come: (browser: Browsing) => Promise<Answer>;
}

/** What the product keeps of the ways that are under way is changed behind its back. */
const change = (column: string, value: unknown) =>
  world.owner.query(`update sign_on_begun set ${column} = $1`, [value]);

const refusals: readonly Refusal[] = [
  {
    story: "whose state is another's",
    gives: "sign-on-stale",
    come: async (browser) => {
      const strange = await visitProvider(newBrowser(world), "employee-1");
      const own = await visitProvider(browser, "employee-1");
      return comeBack(browser, { ...own, state: strange.state ?? "" });
    },
  },
  {
    story: "with the code of another, after whom the own state",
    gives: "sign-on-invalid",
    told: "provider: answerInvalid",
    come: async (browser) => {
      const strange = await visitProvider(newBrowser(world), "employee-1");
      const own = await visitProvider(browser, "employee-1");
      return comeBack(browser, { ...own, code: strange.code ?? "" });
    },
  },
  {
    story: "a second time with the same answer",
    gives: "sign-on-stale",
    come: async (browser) => {
      const back = await visitProvider(browser, "employee-1");
      mustDo(await comeBack(browser, back));
      return comeBack(browser, back);
    },
  },
  {
    story: "in another browser than it began in",
    gives: "sign-on-stale",
    come: async (browser) => comeBack(newBrowser(world), await visitProvider(browser, "employee-1")),
  },
  {
    story: "after ten minutes",
    gives: "sign-on-stale",
    come: async (browser) => {
      const back = await visitProvider(browser, "employee-1");
      await change("at", new Date(world.clock.now.getTime() - 600_000));
      return comeBack(browser, back);
    },
  },
  {
    story: "with an ID token for another request",
    gives: "sign-on-invalid",
    told: "provider: answerInvalid",
    come: async (browser) => {
      const back = await visitProvider(browser, "employee-1");
      await change("nonce", "another");
      return comeBack(browser, back);
    },
  },
  {
    story: "with a code whose verifier is not known",
    gives: "sign-on-invalid",
    told: "provider: answerInvalid",
    come: async (browser) => {
      const back = await visitProvider(browser, "employee-1");
      await change("verifier", "v".repeat(43));
      return comeBack(browser, back);
    },
  },
  {
    story: "with a code that was given to another system",
    gives: "sign-on-invalid",
    told: "provider: answerInvalid",
    come: async (browser) => {
      const sent = begun.parse((await browser.send("POST", "/api/sign-on", {})).body);
      const there = new URL(sent.address);
      there.searchParams.set("client_id", otherClient);
      return comeBack(browser, await newBrowserAtProvider().visit(there.href, "employee-1"));
    },
  },
  {
    story: "from another provider",
    gives: "sign-on-invalid",
    told: "provider: answerInvalid",
    come: async (browser) => {
      const back = await visitProvider(browser, "employee-1");
      return comeBack(browser, { ...back, iss: "https://another.example" });
    },
  },
  {
    story: "who gave it up there",
    gives: "sign-on-given-up",
    told: "provider: providerRefused",
    come: async (browser) => comeBack(browser, await visitProvider(browser, "give-up")),
  },
  {
    story: "whom no account belongs to",
    gives: "sign-on-refused",
    told: "provider: notBound",
    come: (browser) => signOn("employee-unknown", world, browser),
  },
  {
    story: "who is called there as an account is here, where the person binds",
    gives: "sign-on-refused",
    told: "provider: notBound",
    come: (browser) => signOn("wang", world, browser),
  },
  {
    story: "whose account is disabled",
    gives: "sign-on-refused",
    told: "provider: disabled",
    come: async (browser) => {
      mustDo(await bind("duan", "employee-2", world));
      await world.owner.query("update person set disabled = true where username = 'duan'");
      return signOn("employee-2", world, browser);
    },
  },
  {
    story: "whose posts have ended",
    gives: "sign-on-refused",
    told: "provider: noPost",
    come: async (browser) => {
      mustDo(await bind("he", "employee-3", world));
      const { id } = await world.actor("he");
      await world.owner.query("update post set to_day = from_day where person = $1", [id]);
      return signOn("employee-3", world, browser);
    },
  },
];

describe("nobody is signed in who comes back", () => {
  beforeAll(async () => {
    mustDo(await bind("zhang", "employee-1", world));
  });

  test.each(refusals)("$story", async ({ gives, told, come }) => {
    const answer = await come(newBrowser(world));
    expect(answer.body.code).toBe(gives);
    expect(String(answer.headers["set-cookie"])).not.toContain("zhiben_session");
    if (told !== undefined) expect(await lastFailure(world)).toBe(told);
  });

  // The browser forgets the way once it is answered; what it had sent before that is a second time, too.
  test("a second time at the same moment", async () => {
    const browser = newBrowser(world);
    const back = await visitProvider(browser, "employee-1");
    const answers = await Promise.all([comeBack(browser, back), comeBack(browser, back)]);
    expect(answers.map(({ body }) => body.code ?? "in").sort()).toEqual(["in", "sign-on-stale"]);
  });

  test("from a way that began in order to bind an account", async () => {
    const own = await passwordIn("yu", world);
    const back = await newBrowserAtProvider().visit(await beginBinding(own), "employee-1");
    expect((await comeBack(own, back)).body.code).toBe("sign-on-stale");
  });
});

test.each([
  "https://elsewhere.example/",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "javascript:alert(1)",
])("nobody is sent on to %s", async (goOn) => {
  expect((await world.nobody.send("POST", "/api/sign-on", { goOn })).body.code).toBe("malformed-request");
});
