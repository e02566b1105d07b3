/** What is asked for anew when an import came or was withdrawn: what may be cited and what a self-check asks are others than before. */
export const libraryKeys = ["library", "criteria", "checklist"] as const;
