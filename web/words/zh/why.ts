/** Words of why something is asked. */
export const why = {
  ask: "为何要填",
};
