/** What sorts of units have a column of the board, in its order. */
export const boardUnitKinds = ["prefecture", "county", "park", "department"] as const;
export type BoardUnitKind = (typeof boardUnitKinds)[number];
