import type { Day } from "../calendar/day.ts";
import type { Pack } from "../pack/pack.ts";
import type { Actor } from "../scope/scope.ts";
import type { Entry } from "./entry.ts";
import type { RawInput } from "./field.ts";
import type { FigurePlace } from "./figures.ts";
import type { OrganisationFact } from "./organisation-fact.ts";

/** A figure that an act is to freeze: an indicator of the pack, by its id. */
export interface FigureWanted extends FigurePlace {
  readonly indicator: string;
}

/** From what an act may tell which figures it freezes. */
export interface FiguresAsked {
  readonly entry: Entry;
  readonly input: RawInput;
  readonly actor: Actor;
  readonly day: Day;
  readonly pack: Pack;
  /** What is known of the organisation of the pack that has this id in the tables. */
  readonly organisation: (id: string) => OrganisationFact | undefined;
  /** Whether what an indicator of the pack counts lies in sectors, by its id: else it is nothing in each of them. */
  readonly isToldBySector: (indicator: string) => boolean;
  /** The id in the pack of the organisation that has this one in the tables. */
  readonly packId: (id: string) => string | undefined;
}
