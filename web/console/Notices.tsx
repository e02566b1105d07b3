import { useSyncExternalStore } from "react";
import { useWords } from "../words/language.tsx";

/** What must be said on every page of a demonstration, and that the network is gone when it is. */
export function Notices({ demonstration }: { readonly demonstration: boolean }) {
  const { words } = useWords();
  const online = useOnline();
  return (
    <div className="notices">
      {demonstration && <p className="notice notice-demonstration">{words.demonstration}</p>}
      {!online && (
        <p className="notice notice-offline" role="alert">
          {words.shell.offline}
        </p>
      )}
    </div>
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
