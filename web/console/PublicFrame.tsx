import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import * as queries from "../api/queries.ts";
import { Banners, SecrecyLine } from "./Banners.tsx";
import { LanguageSwitch } from "./PersonBox.tsx";

/** What stands around every page of somebody who is not signed in. */
export function PublicFrame({ children }: { readonly children: ReactNode }) {
  const { data: health } = useQuery(queries.health);
  return (
    <div className="sign-in">
      <Banners demonstration={health?.demonstration ?? false} />
      <header className="sign-in-top">
        <LanguageSwitch />
      </header>
      {children}
      <SecrecyLine />
    </div>
  );
}
