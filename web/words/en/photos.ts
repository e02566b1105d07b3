import type { photos as chinese } from "../zh/photos.ts";

/** Words of pictures: large, and before and after beside each other. */
export const photos: typeof chinese = {
  title: "Before and after",
  before: "Photo before",
  after: "Photo after",
  missing: "No photo to compare with",
  pair: (number) => `Pair ${number}`,
  compare: (number) => `Compare pair ${number}, enlarged`,
  dialog: "Photos",
  of: (number, all) => `${number} of ${all}`,
  alt: (side, number, title) => `${side} ${number}: ${title}`,
  by: (name, organisation, day) => `Submitted by ${name} (${organisation}), ${day}`,
  takenAt: (at) => `Taken ${at}`,
  takenIn: (place) => `At ${place} (WGS-84)`,
  gaps: { at: "No time recorded", place: "No place recorded" },
  zoomIn: "Enlarge",
  zoomOut: "Reduce",
  zoom: (percent) => `Now ${percent} %`,
  keys: "← → another photo, + − zoom, 0 whole picture, Esc closes",
};
