import type { CameBack } from "../../api/sign-on.ts";

/** Why somebody goes to the identity provider. */
type Trip = "sign-in" | "bind";

const place = "zhiben.provider-trip";

/** Leaves this page for the provider's, from which the browser comes back to `/sign-on` in this tab. */
export function leaveFor(address: string, trip: Trip): void {
  sessionStorage.setItem(place, trip);
  location.assign(address);
}

/** Why this tab went to the provider, and what came back with it. The address forgets the code at once, and so does the history. */
export function takeTrip(): { readonly trip: Trip; readonly back: CameBack } {
  const trip = sessionStorage.getItem(place) === "bind" ? "bind" : "sign-in";
  sessionStorage.removeItem(place);
  const told = new URLSearchParams(location.search);
  history.replaceState(history.state, "", location.pathname);
  const one = (name: "code" | "iss" | "error") => {
    const value = told.get(name);
    return value === null ? {} : { [name]: value };
  };
  return {
    trip,
    back: { state: told.get("state") || "none", ...one("code"), ...one("iss"), ...one("error") },
  };
}
