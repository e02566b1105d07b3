const link = { words: { zh: "链接标识", en: "Link" } } as const;

/** What the audit log tells of the links to the big screen. Whoever opens one is nobody in particular, so it is told under its maker's name. */
export const screenLinkEvents = {
  screenLinkMade: {
    words: { zh: "制作大屏链接", en: "Made a link to the big screen" },
    to: "open",
    facts: { link, until: { words: { zh: "有效至", en: "Good until" } } },
  },
  screenLinkRevoked: {
    words: { zh: "撤销大屏链接", en: "Revoked a link to the big screen" },
    to: "open",
    facts: { link },
  },
  screenLinkOpened: {
    words: { zh: "有人以大屏链接查看", en: "The big screen was opened by a link" },
    to: "apart",
    facts: { link },
  },
} as const;
