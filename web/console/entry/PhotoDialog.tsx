import "./photo-dialog.css";
import { useEffect, useRef, useState } from "react";
import * as queries from "../../api/queries.ts";
import type { EntryView } from "../../api/types.ts";
import { useWords } from "../../words/language.tsx";
import { Dialog } from "../Dialog.tsx";
import type { OwnDialog } from "../use-dialog.ts";
import { PhotoCaption } from "./PhotoCaption.tsx";
import { afterKey, type Photo, type PhotoView, turned, zoomed } from "./photos.ts";

/** What is looked at together: one picture, or one from before and one from after. */
export type Plate = readonly Framed[];

export interface Framed {
  /** What the picture shows, in the words of its field. */
  readonly side: string;
  readonly photo: Photo | undefined;
}

interface PhotoDialogProps {
  readonly own: OwnDialog;
  readonly entry: EntryView;
  readonly plates: readonly Plate[];
  /** Which plate it opens at. */
  readonly first: number;
}

/** Pictures as large as the screen: the arrow keys turn the plates, plus and minus zoom, and all pictures of a plate alike. */
export function PhotoDialog({ own, ...shown }: PhotoDialogProps) {
  const { words } = useWords();
  return (
    <Dialog own={own} title={words.photos.dialog} className="photo-dialog">
      <Plates {...shown} />
    </Dialog>
  );
}

function Plates({ entry, plates, first }: Omit<PhotoDialogProps, "own">) {
  const { words } = useWords();
  const [view, setView] = useState<PhotoView>({ at: first, zoom: 1 });
  const plate = plates[view.at] ?? [];
  // Wherever in the dialog the keyboard stands: on opening, that is its way out.
  useEffect(() => {
    const byKey = (event: KeyboardEvent) => {
      const next = afterKey(view, event.key, plates.length);
      if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      setView(next);
    };
    document.addEventListener("keydown", byKey);
    return () => document.removeEventListener("keydown", byKey);
  }, [view, plates.length]);
  return (
    <div className="photo-plates">
      <div className={`photo-plate photo-plate-${plate.length}`}>
        {plate.map(({ side, photo }) => (
          <Frame key={side} entry={entry} side={side} photo={photo} zoom={view.zoom} />
        ))}
      </div>
      <Buttons view={view} plates={plates.length} onView={setView} />
      <p className="soft photo-keys">{words.photos.keys}</p>
    </div>
  );
}

interface ButtonsProps {
  readonly view: PhotoView;
  readonly plates: number;
  readonly onView: (view: PhotoView) => void;
}

function Buttons({ view, plates, onView }: ButtonsProps) {
  const { words } = useWords();
  const turns = [
    { text: words.entry.previousFile, next: turned(view, -1, plates) },
    { text: words.entry.nextFile, next: turned(view, 1, plates) },
  ];
  const zooms = [
    { text: words.photos.zoomOut, next: zoomed(view, -1) },
    { text: words.photos.zoomIn, next: zoomed(view, 1) },
  ];
  const button = ({ text, next }: (typeof turns)[number]) => (
    // Not `disabled`: at either end the keyboard would fall out of the dialog's buttons.
    <button
      key={text}
      type="button"
      className="plain-button"
      aria-disabled={next.at === view.at && next.zoom === view.zoom}
      onClick={() => onView(next)}
    >
      {text}
    </button>
  );
  return (
    <div className="row photo-buttons">
      {plates > 1 && turns.map(button)}
      <span role="status">
        {plates > 1 && words.photos.of(view.at + 1, plates)} {words.photos.zoom(Math.round(view.zoom * 100))}
      </span>
      {zooms.map(button)}
    </div>
  );
}

interface FrameProps extends Framed {
  readonly entry: EntryView;
  readonly zoom: number;
}

function Frame({ entry, side, photo, zoom }: FrameProps) {
  const { words } = useWords();
  const room = useRef<HTMLDivElement>(null);
  // What was in the middle stays there.
  useEffect(() => {
    const { current } = room;
    if (zoom === 1 || current === null) return;
    current.scrollTo({
      left: (current.scrollWidth - current.clientWidth) / 2,
      top: (current.scrollHeight - current.clientHeight) / 2,
    });
  }, [zoom]);
  if (photo === undefined) {
    return (
      <figure className="photo-frame">
        <p className="photo-missing">{words.photos.missing}</p>
        <figcaption>
          <strong>{side}</strong>
        </figcaption>
      </figure>
    );
  }
  const { file, number } = photo;
  const path = queries.filePath(entry.register, entry.id, file.id);
  return (
    <figure className="photo-frame">
      {/* Enlarged, it is moved about by keyboard too. */}
      <div ref={room} className="photo-view" tabIndex={zoom > 1 ? 0 : -1}>
        <img
          className={zoom > 1 ? "photo-large" : "photo-whole"}
          style={zoom > 1 ? { width: `${zoom * 100}%` } : {}}
          src={path}
          alt={words.photos.alt(side, number, entry.title)}
        />
      </div>
      <figcaption>
        <strong>{side}</strong> {file.name}
        <PhotoCaption photo={photo} />
        <a href={`${path}?download=1`} download={file.name}>
          {words.entry.download}
        </a>
      </figcaption>
    </figure>
  );
}
