import { useWords } from "../../words/language.tsx";
import { gapsOf, type Photo, placeOf } from "./photos.ts";

/** Who handed the picture in, and what the camera wrote down of when and where; what it did not is said aloud. */
export function PhotoCaption({ photo: { file, line } }: { readonly photo: Photo }) {
  const { words, say } = useWords();
  const { photos } = words;
  const place = placeOf(file);
  return (
    <ul className="photo-caption">
      {line !== undefined && <li>{photos.by(line.actor.name, say(line.organisation.name), line.day)}</li>}
      {file.taken?.at !== undefined && <li>{photos.takenAt(file.taken.at.replace("T", " "))}</li>}
      {place !== undefined && <li>{photos.takenIn(place)}</li>}
      {gapsOf(file).map((gap) => (
        <li key={gap} className="mark mark-yellow">
          {photos.gaps[gap]}
        </li>
      ))}
    </ul>
  );
}
