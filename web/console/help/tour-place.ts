/** What of a rectangle on the screen the places are reckoned from. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const gapPixels = 12;

/** Where the card stands: beneath what it speaks of, above it, or beside it; else in the corner. */
export function placeOf(
  target: Box,
  card: Size,
  screen: Size,
): { readonly left: number; readonly top: number } {
  const within = (at: number, size: number, whole: number) =>
    Math.max(gapPixels, Math.min(at, whole - size - gapPixels));
  const left = within(target.left, card.width, screen.width);
  const below = target.bottom + gapPixels;
  if (below + card.height + gapPixels <= screen.height) return { left, top: below };
  const above = target.top - gapPixels - card.height;
  if (above >= gapPixels) return { left, top: above };
  const beside = target.right + gapPixels;
  const top = within(target.top, card.height, screen.height);
  if (beside + card.width + gapPixels <= screen.width) return { left: beside, top };
  return {
    left: within(screen.width, card.width, screen.width),
    top: within(screen.height, card.height, screen.height),
  };
}
