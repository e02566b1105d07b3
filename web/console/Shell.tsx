import { Link, Outlet } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import {
  BoardIcon,
  BookIcon,
  Brand,
  ChartIcon,
  ClockIcon,
  CloseIcon,
  HomeIcon,
  KeyIcon,
  LogIcon,
  MapIcon,
  MenuIcon,
  PlanIcon,
  TreeIcon,
} from "../ui/icons.tsx";
import { useWords } from "../words/language.tsx";
import { Banners, SecrecyLine } from "./Banners.tsx";
import { HelpLink } from "./help/HelpLink.tsx";
import { useIdleLock } from "./idle-lock.ts";
import { LookDialog } from "./LookDialog.tsx";
import { useLiveChanges } from "./live.ts";
import { NoticeBell } from "./NoticeBell.tsx";
import { LanguageSwitch, PersonBox } from "./PersonBox.tsx";
import { Loading } from "./pages/Loading.tsx";
import { RegisterMenu } from "./RegisterMenu.tsx";
import { useSamePost } from "./same-post.ts";
import { useMayAsk, useSeesBoard, useSession, useSessionEnded } from "./session.ts";
import { Tabs } from "./Tabs.tsx";
import { useDialog } from "./use-dialog.ts";

const SignInAgain = lazy(async () => {
  const { SignInAgain: component } = await import("./SignInAgain.tsx");
  return { default: component };
});

/** The frame of every page: banners, who is here, where one can go. On a phone the menu is a drawer. */
export function Shell() {
  const { words } = useWords();
  const session = useSession();
  const ended = useSessionEnded();
  useLiveChanges(session.post.id, ended !== undefined);
  useIdleLock(session.idleLockMinutes, ended !== undefined, words.signIn.idle);
  if (!useSamePost(session)) return <Loading />;
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {words.skipToContent}
      </a>
      <Banners demonstration={session.demonstration} />
      <header className="top">
        <MenuDrawer />
        <Link to="/" className="brand">
          <Brand />
          <span className="brand-short">{words.product}</span>
          <span className="brand-long">{words.productLong}</span>
        </Link>
        <div className="top-right">
          <div className="top-person">
            <PersonBox />
          </div>
          <NoticeBell />
          <HelpLink />
          <LookDialog />
          <LanguageSwitch />
        </div>
      </header>
      <nav className="side" aria-label={words.shell.menu}>
        <MenuLinks />
      </nav>
      <Tabs />
      <main id="main" className="main" tabIndex={-1}>
        <Outlet />
      </main>
      <SecrecyLine />
      {ended !== undefined && (
        <Suspense>
          <SignInAgain why={ended.why} />
        </Suspense>
      )}
    </div>
  );
}

function MenuLinks() {
  const { words } = useWords();
  const seesBoard = useSeesBoard();
  return (
    <ul className="menu">
      <li>
        <Link to="/" activeOptions={{ exact: true }} className="menu-link">
          <HomeIcon />
          {words.shell.home}
        </Link>
      </li>
      {seesBoard && <CampaignLinks />}
      <li>
        <Link to="/plan" className="menu-link">
          <PlanIcon />
          {words.shell.plan}
        </Link>
      </li>
      <RegisterMenu />
      <li className="menu-heading">{words.shell.reference}</li>
      <li>
        <Link to="/criteria" className="menu-link">
          <BookIcon />
          {words.library.title}
        </Link>
      </li>
      <li>
        <Link to="/organisations" className="menu-link">
          <TreeIcon />
          {words.organisations.title}
        </Link>
      </li>
      <li>
        <Link to="/rights" className="menu-link">
          <KeyIcon />
          {words.rights.title}
        </Link>
      </li>
      <UpkeepLinks />
    </ul>
  );
}

/** How the campaign stands: for posts that see figures. */
function CampaignLinks() {
  const { words } = useWords();
  const links = [
    { to: "/board", icon: <BoardIcon />, name: words.board.title },
    { to: "/map", icon: <MapIcon />, name: words.map.title },
    { to: "/analysis", icon: <ChartIcon />, name: words.analysis.title },
    { to: "/assessments", icon: <BoardIcon />, name: words.assessment.ranking },
  ] as const;
  return links.map(({ to, icon, name }) => (
    <li key={to}>
      <Link to={to} className="menu-link">
        {icon}
        {name}
      </Link>
    </li>
  ));
}

/** Screens for whoever looks after the product itself. */
function UpkeepLinks() {
  const { words } = useWords();
  const mindsAccounts = useMayAsk("secondFactorResets");
  const readsAudit = useMayAsk("auditLog");
  const seesUsage = useMayAsk("usage");
  return (
    <>
      {mindsAccounts && (
        <li>
          <Link to="/accounts" className="menu-link">
            <KeyIcon />
            {words.accounts.title}
          </Link>
        </li>
      )}
      {readsAudit && (
        <li>
          <Link to="/audit" className="menu-link">
            <LogIcon />
            {words.audit.title}
          </Link>
        </li>
      )}
      {readsAudit && (
        <li>
          <Link to="/partner-calls" className="menu-link">
            <KeyIcon />
            {words.partner.calls.title}
          </Link>
        </li>
      )}
      {seesUsage && (
        <li>
          <Link to="/form-times" className="menu-link">
            <ClockIcon />
            {words.formTimes.title}
          </Link>
        </li>
      )}
    </>
  );
}

function MenuDrawer() {
  const { words } = useWords();
  const { open, setOpen, dialog } = useDialog();
  return (
    <div className="menu-drawer">
      <button
        type="button"
        className="icon-button"
        aria-label={words.shell.openMenu}
        onClick={() => setOpen(true)}
      >
        <MenuIcon />
      </button>
      <dialog ref={dialog} className="drawer" aria-label={words.shell.menu} onClose={() => setOpen(false)}>
        <button type="button" className="icon-button" aria-label={words.close} onClick={() => setOpen(false)}>
          <CloseIcon />
        </button>
        {open && (
          <>
            <nav aria-label={words.shell.menu}>
              <MenuLinks />
            </nav>
            <PersonBox />
          </>
        )}
      </dialog>
    </div>
  );
}
