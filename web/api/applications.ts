import { queryOptions } from "@tanstack/react-query";
import type { Words } from "../../core/words.ts";
import { call } from "./client.ts";

/** What the public form of an enterprise asks, and what may be chosen there. */
export interface ApplicationOffers {
  readonly fields: readonly {
    readonly name: string;
    readonly kind: string;
    readonly words: Words;
    readonly why?: Words;
    readonly maxLength?: number;
  }[];
  readonly regions: readonly { readonly code: string; readonly name: Words }[];
  readonly sectors: readonly { readonly code: string; readonly name: Words }[];
}

export const applicationOffers = queryOptions({
  queryKey: ["application-offers"],
  queryFn: ({ signal }): Promise<ApplicationOffers> =>
    call("GET", "enterprise-applications/offers", { signal }),
});

export type ApplicationInput = Readonly<Record<string, string>>;

/** What is shown once, by which whoever applied comes back. */
export interface ApplicationProof {
  readonly number: string;
  readonly secret: string;
}

export interface ApplicationView {
  readonly number: string;
  readonly mayMend: boolean;
  readonly waits: boolean;
  readonly stateWords: Words;
  readonly since: string;
  readonly answer: string | null;
  readonly username: string | null;
  readonly mayChoosePassword: boolean;
  readonly values: Readonly<Record<string, string | null>>;
}

export const apply = (input: ApplicationInput): Promise<ApplicationProof> =>
  call("POST", "enterprise-applications", { body: { input } });

export const lookUpApplication = (proof: ApplicationProof): Promise<ApplicationView> =>
  call("POST", "enterprise-applications/status", { body: proof });

export const mendApplication = (proof: ApplicationProof, input: ApplicationInput): Promise<ApplicationView> =>
  call("POST", "enterprise-applications/amendment", { body: { ...proof, input } });

export const chooseFirstPassword = (proof: ApplicationProof, password: string): Promise<void> =>
  call("POST", "enterprise-applications/password", { body: { ...proof, password } });
