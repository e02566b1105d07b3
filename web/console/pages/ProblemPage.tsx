import { useQueryClient } from "@tanstack/react-query";
import { Link, useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type ProblemBody, problemOf } from "../../api/problem.ts";
import { Button } from "../../ui/controls/Button.tsx";
import type { Dictionary } from "../../words/dictionary.ts";
import { useTitle, useWords } from "../../words/language.tsx";

interface ProblemProps {
  readonly error: unknown;
  /** Whether it stands on a page that has its heading and its title, in place of a part of it. */
  readonly isPart?: boolean;
}

/** What went wrong, in words, and what a person can do about it. */
export function ProblemPage({ error, isPart = false }: ProblemProps) {
  const { words } = useWords();
  const router = useRouter();
  const queryClient = useQueryClient();
  const body = problemOf(error);
  const { title, help } = explained(body, words);
  const retry = async () => {
    await queryClient.resetQueries({ predicate: (query) => query.state.status === "error" });
    await router.invalidate();
  };
  return (
    <ProblemView
      title={title}
      help={help}
      isPart={isPart}
      requestId={body.requestId}
      acts={
        <Button look="primary" onClick={retry}>
          {words.retry}
        </Button>
      }
    />
  );
}

export function NotFoundPage() {
  const { words } = useWords();
  return <ProblemView title={words.problem.notFound} help={words.problem.notFoundHelp} />;
}

/** Of a page on which the present post has no business. */
export function ForbiddenPage() {
  const { words } = useWords();
  return <ProblemView title={words.problem.forbidden} help={words.problem.forbiddenHelp} />;
}

function explained({ status, title }: ProblemBody, { problem }: Dictionary) {
  switch (status) {
    case 0:
      return { title: problem.offline, help: problem.offlineHelp };
    case 400:
      return { title, help: problem.malformedHelp };
    case 404:
      return { title: problem.notFound, help: problem.notFoundHelp };
    case 403:
      return { title: problem.forbidden, help: problem.forbiddenHelp };
    default:
      return { title: problem.failed, help: problem.failedHelp };
  }
}

/** The frame of every page that stands in place of one that cannot be shown. */
export function ProblemView({
  title,
  help,
  isPart = false,
  requestId,
  acts,
  children,
}: {
  readonly title: string;
  readonly help: string;
  readonly isPart?: boolean;
  readonly requestId?: string | undefined;
  readonly acts?: ReactNode;
  readonly children?: ReactNode;
}) {
  const { words } = useWords();
  useTitle(isPart ? undefined : title);
  const Heading = isPart ? "h2" : "h1";
  return (
    <section className="blank stack" role="alert">
      <Heading>{title}</Heading>
      <p>{help}</p>
      {requestId !== undefined && (
        <p className="code">
          {words.problem.requestId} {requestId}
        </p>
      )}
      {children}
      <p className="row problem-acts">
        {acts}
        <Link to="/">{words.problem.home}</Link>
      </p>
    </section>
  );
}
