const groups = 8;
const ofNetwork = 4;

/**
 * Under what an address is counted: itself, or of IPv6 the network of 64 bits, since whoever has one such address has all of them
 * (RFC 4291, 2.5.4). An IPv4 address written as IPv6 is the IPv4 address.
 */
export function addressGroup(address: string): string {
  const [plain = ""] = address.toLowerCase().split("%");
  if (!plain.includes(":")) return plain;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  const [before = "", after] = plain.split("::");
  const [left, right] = [before, after ?? ""].map((part) => (part === "" ? [] : part.split(":")));
  const missing = after === undefined ? 0 : groups - (left?.length ?? 0) - (right?.length ?? 0);
  const all = [...(left ?? []), ...Array.from({ length: Math.max(0, missing) }, () => "0"), ...(right ?? [])];
  const network = all.slice(0, ofNetwork).map((part) => part.replace(/^0+(?=.)/, ""));
  return `${network.join(":")}::/64`;
}
