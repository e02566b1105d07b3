import type { ParsedLocation } from "@tanstack/react-router";

/** Under what the router remembers how far a page was scrolled: each visit by itself, unless it goes on from one in a tab. */
export const scrollPlace = ({ state, href }: ParsedLocation): string =>
  state.place ?? state.__TSR_key ?? href;
