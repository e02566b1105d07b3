import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "./client.ts";

/** What those who keep accounts learn of an enterprise or a service body. */
export interface EnterpriseName {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly region: string;
}

interface EnterpriseNames {
  readonly enterprises: readonly EnterpriseName[];
  readonly more: boolean;
}

const asked = (by: { readonly q: string } | { readonly id: string }) =>
  queryOptions({
    queryKey: ["enterprise-names", by],
    queryFn: ({ signal }) =>
      call<EnterpriseNames>("GET", `enterprise-names?${new URLSearchParams(by)}`, { signal }),
    staleTime: 60_000,
  });

/** Enterprises and service bodies whose name holds the text, or whose credit code it is. */
export const enterprisesNamed = (q: string) => ({ ...asked({ q }), placeholderData: keepPreviousData });

/** The one with this id, where it is an enterprise or a service body. */
export const enterpriseOf = (id: string) => asked({ id });
