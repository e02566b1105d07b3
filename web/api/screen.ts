import { queryOptions } from "@tanstack/react-query";
import type { Indicator } from "../../core/campaign/indicator.ts";
import type { LampColour } from "../../core/campaign/lamp.ts";
import type { DrawnOutline } from "../../core/map/outline.ts";
import type { Words } from "../../core/words.ts";
import { call } from "./client.ts";

interface Named {
  readonly id: string;
  readonly name: Words;
  readonly unit: Indicator["unit"];
}

type Lamps = Readonly<Record<LampColour, number>>;

export interface ScreenView {
  readonly at: string;
  readonly day: string;
  readonly place: Words;
  readonly lamps: Lamps;
  readonly objectives: readonly {
    readonly id: string;
    readonly title: Words;
    readonly lamp: LampColour | null;
    readonly figure?: Named & { readonly value: number | null };
  }[];
  readonly red: readonly { readonly number: number; readonly title: Words; readonly units: number }[];
  readonly units: readonly { readonly id: string; readonly shortName: Words; readonly lamps: Lamps }[];
  readonly shown: {
    readonly indicator: Named;
    readonly value: number | null;
    readonly regions: readonly {
      readonly code: string;
      readonly gb: string;
      readonly name: Words;
      readonly value: number | null;
    }[];
    readonly months: readonly { readonly month: string; readonly value: number | null }[];
  } | null;
}

/** By a link its secret is shown with each request; without one the session answers. */
const shownBy = (secret: string | undefined) =>
  secret === undefined ? {} : { headers: { authorization: `Bearer ${secret}` } };

export const screen = (secret?: string) =>
  queryOptions({
    queryKey: ["screen", secret ?? ""],
    queryFn: ({ signal }) =>
      call<ScreenView>("GET", secret === undefined ? "screen" : "shared-screen", {
        signal,
        ...shownBy(secret),
      }),
    retry: false,
  });

export const screenOutlines = (secret?: string) =>
  queryOptions({
    queryKey: ["screen-outlines", secret ?? ""],
    queryFn: async ({ signal }) => {
      const path = secret === undefined ? "map" : "shared-screen/outlines";
      const asked = { signal, ...shownBy(secret) };
      return (await call<{ outlines: readonly DrawnOutline[] }>("GET", path, asked)).outlines;
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

export interface ScreenLink {
  readonly id: string;
  readonly madeAt: string;
  readonly expiresAt: string;
}

export const screenLinks = queryOptions({
  queryKey: ["screen-links"],
  queryFn: async ({ signal }) =>
    (await call<{ links: readonly ScreenLink[] }>("GET", "screen-links", { signal })).links,
});

/** Makes a link; its secret comes this once. */
export const makeScreenLink = (hours: number): Promise<ScreenLink & { readonly secret: string }> =>
  call("POST", "screen-links", { body: { hours } });

export const revokeScreenLink = (id: string): Promise<null> => call("DELETE", `screen-links/${id}`);
