import { Explained } from "./Explained.tsx";

/** A sentence of the help: what stands between backquotes is typed as it is, and words of the glossary explain themselves. */
export function Prose({ text }: { readonly text: string }) {
  // Split at a group, every second piece is what the group holds.
  return text.split(/`([^`]+)`/).map((piece, at) =>
    at % 2 === 1 ? (
      <code key={piece} className="code">
        {piece}
      </code>
    ) : (
      <Explained key={piece} text={piece} />
    ),
  );
}
