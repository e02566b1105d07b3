import "./help-link.css";
import { Link, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { HelpIcon } from "../../ui/icons.tsx";
import { useWords } from "../../words/language.tsx";
import { useSession } from "../session.ts";
import { helpAt } from "./pages.ts";
import { useToured } from "./toured.ts";

const TourHost = lazy(async () => {
  const { TourHost: component } = await import("./TourHost.tsx");
  return { default: component };
});

/** The way to what is written about the present screen; a post's first look at its home page is offered the tour. */
export function HelpLink() {
  const { words } = useWords();
  const page = useRouterState({
    select: ({ matches }) => {
      const last = matches.at(-1);
      const params: Readonly<Record<string, string>> = last?.params ?? {};
      return helpAt(last?.fullPath ?? "", params.register);
    },
  });
  const { post } = useSession();
  const isToured = useToured(post.id);
  // Where the person has arrived: the tour points at what stands on the page.
  const isHome = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname === "/" });
  const asked = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.state.tour === true });
  return (
    <>
      <Link
        to="/help/$page"
        params={{ page }}
        className="icon-button help-link"
        aria-label={words.help.here}
        title={words.help.here}
      >
        <HelpIcon />
      </Link>
      {isHome && (asked || !isToured) && (
        <Suspense>
          <TourHost key={`${post.id} ${asked}`} asked={asked} />
        </Suspense>
      )}
    </>
  );
}
