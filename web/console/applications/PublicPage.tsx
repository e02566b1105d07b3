import "../pages/sign-in.css";
import "../sign-in-form.css";
import "../form/form.css";
import "./applications.css";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTitle, useWords } from "../../words/language.tsx";
import { PublicFrame } from "../PublicFrame.tsx";

/** The frame of a page that whoever has no account opens: its heading, and the ways to the others. */
export function PublicPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { words } = useWords();
  const said = words.applications;
  useTitle(title);
  return (
    <PublicFrame>
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
    </PublicFrame>
  );
}
