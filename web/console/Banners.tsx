import { useSyncExternalStore } from "react";
import { useWords } from "../words/language.tsx";

/** What must be said on every page of a demonstration, and that the network is gone when it is. */
export function Banners({ demonstration }: { readonly demonstration: boolean }) {
  const { words } = useWords();
  const online = useOnline();
  return (
    <aside className="banners" aria-label={words.banners}>
      {demonstration && <p className="banner banner-demonstration">{words.demonstration}</p>}
      {demonstration && <p className="specimen">{words.life.specimen}</p>}
      {!online && (
        <p className="banner banner-offline" role="alert">
          {words.shell.offline}
        </p>
      )}
    </aside>
  );
}

/** Measures for the protection of state secrets ask every unclassified system to say so on each page. */
export function SecrecyLine() {
  const { words } = useWords();
  return <footer className="secrecy">{words.secrecy}</footer>;
}

function useOnline(): boolean {
  return useSyncExternalStore(
    (listener) => {
      addEventListener("online", listener);
      addEventListener("offline", listener);
      return () => {
        removeEventListener("online", listener);
        removeEventListener("offline", listener);
      };
    },
    () => navigator.onLine,
  );
}
