import "../pages/sign-in.css";
import "../sign-in-form.css";
import "../form/form.css";
import "./applications.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import * as queries from "../../api/queries.ts";
import { useTitle, useWords } from "../../words/language.tsx";
import { Banners, SecrecyLine } from "../Banners.tsx";
import { LanguageSwitch } from "../PersonBox.tsx";

/** The frame of a page that whoever has no account opens: its heading, and the ways to the others. */
export function PublicPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { words } = useWords();
  const said = words.applications;
  const { data: health } = useQuery(queries.health);
  useTitle(title);
  return (
    <div className="sign-in">
      <Banners demonstration={health?.demonstration ?? false} />
      <header className="sign-in-top">
        <LanguageSwitch />
      </header>
      <main className="application-main">
        <section className="application-card paper">
          <h1 className="sign-in-step">{title}</h1>
          {children}
          <nav className="row application-ways" aria-label={said.ways}>
            <Link to="/enterprise-application">{said.apply}</Link>
            <Link to="/enterprise-application/status">{said.lookUp}</Link>
            <Link to="/sign-in">{words.signIn.title}</Link>
          </nav>
        </section>
      </main>
      <SecrecyLine />
    </div>
  );
}
