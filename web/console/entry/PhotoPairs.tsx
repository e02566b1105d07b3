import { useId, useState } from "react";
import * as queries from "../../api/queries.ts";
import type { EntryView, Ledger, RegisterView } from "../../api/types.ts";
import { useWords } from "../../words/language.tsx";
import { useDialog } from "../use-dialog.ts";
import { PhotoCaption } from "./PhotoCaption.tsx";
import { type Framed, PhotoDialog } from "./PhotoDialog.tsx";
import { photoPairs } from "./photos.ts";

interface PhotoPairsProps {
  readonly register: RegisterView;
  readonly entry: EntryView;
  readonly ledger: Ledger | undefined;
}

/** What was found beside what was made of it, as whoever reviews wants to see it. */
export function PhotoPairs({ register, entry, ledger }: PhotoPairsProps) {
  const { words } = useWords();
  const id = useId();
  const own = useDialog();
  const [at, setAt] = useState(0);
  const plates = photoPairs(register, entry, ledger?.lines ?? []).map(({ before, after }) => [
    { side: words.photos.before, photo: before },
    { side: words.photos.after, photo: after },
  ]);
  if (plates.length === 0) return null;
  const open = (pair: number) => {
    setAt(pair);
    own.setOpen(true);
  };
  return (
    <section className="paper photo-pairs" aria-labelledby={id}>
      <h2 id={id}>{words.photos.title}</h2>
      <ol>
        {plates.map((plate, pair) => (
          <li key={plate.map(({ photo }) => photo?.file.id).join()} className="photo-pair">
            <h3>{words.photos.pair(pair + 1)}</h3>
            {plate.map((framed) => (
              <Small key={framed.side} entry={entry} {...framed} pair={pair} onOpen={() => open(pair)} />
            ))}
          </li>
        ))}
      </ol>
      <PhotoDialog own={own} entry={entry} plates={plates} first={at} />
    </section>
  );
}

interface SmallProps extends Framed {
  readonly entry: EntryView;
  readonly pair: number;
  readonly onOpen: () => void;
}

function Small({ entry, side, photo, pair, onOpen }: SmallProps) {
  const { words } = useWords();
  return (
    <figure className="photo-small">
      {photo === undefined ? (
        <p className="photo-missing">{words.photos.missing}</p>
      ) : (
        <button
          type="button"
          className="photo-open"
          aria-label={`${words.photos.compare(pair + 1)}${words.colon}${side}`}
          onClick={onOpen}
        >
          <img
            src={queries.filePath(entry.register, entry.id, photo.file.id)}
            alt={words.photos.alt(side, photo.number, entry.title)}
            loading="lazy"
          />
        </button>
      )}
      <figcaption>
        <strong>{side}</strong>
        {photo !== undefined && <PhotoCaption photo={photo} />}
      </figcaption>
    </figure>
  );
}
