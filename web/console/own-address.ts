/** Only an address of this site, so that a link cannot send a person who signs in elsewhere. */
export function ownAddress(address: string | undefined): string {
  if (address === undefined || !address.startsWith("/")) return "/";
  return address.startsWith("//") || address.includes("\\") ? "/" : address;
}
