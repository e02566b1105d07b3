/** A function of texts that remembers what it gave for some: as many as are named here, then it begins anew. */
export function remembering<T>(most: number, make: (text: string) => T): (text: string) => T {
  const remembered = new Map<string, T>();
  return (text) => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    if (remembered.size >= most) remembered.clear();
    const made = make(text);
    // Its own copy: a piece of a longer text would keep the whole of that in memory.
    remembered.set(Buffer.from(text, "utf8").toString("utf8"), made);
    return made;
  };
}
