import { useQuery } from "@tanstack/react-query";
import type { OrganisationField, Values } from "../../../core/register/field.ts";
import { reaches } from "../../../core/scope/reach.ts";
import * as queries from "../../api/queries.ts";
import type { OrganisationView } from "../../api/types.ts";
import { SearchSelect } from "../../ui/antd/SearchSelect.tsx";
import { useWords } from "../../words/language.tsx";
import { useMayAsk, useSession } from "../session.ts";
import type { PickerProps } from "./picker.ts";
import { UnitPicker } from "./UnitPicker.tsx";

interface OrganisationPickerProps extends PickerProps {
  readonly about: Values;
  readonly offers?: OrganisationField["offers"];
}

/** Offers enterprises too where any may be named, to those who may find them. */
export function OrganisationPicker(props: OrganisationPickerProps) {
  const findsEnterprises = useMayAsk("enterpriseNames");
  return props.offers === "any" && findsEnterprises ? <UnitPicker {...props} /> : <OfficePicker {...props} />;
}

/** Offers the organisations that supervise one of the entry's sectors at its place, where these are known; or what the field says. */
function OfficePicker({ id, value, onChange, about, describedBy, invalid, offers }: OrganisationPickerProps) {
  const { words, say } = useWords();
  const { sector, secondSector, otherSectors, region } = about;
  const sectors = [sector, secondSector, otherSectors].flat().filter((code) => typeof code === "string");
  const duty = offers === "industry" ? "manages" : "supervises";
  const bySector = sectors.length > 0 ? { [duty]: sectors.join(",") } : {};
  const search = {
    ...(offers === "park" ? { kind: "park" } : bySector),
    ...(typeof region === "string" ? { region } : {}),
  };
  const { data: found, isPending } = useQuery(queries.organisations(search));
  const own = useSession().post.organisation.id;
  const organisations = offers === "assignable" ? withinReach(found, own) : found;
  return (
    <SearchSelect
      id={id}
      describedBy={describedBy}
      invalid={invalid}
      loading={isPending}
      placeholder={words.choose}
      nothingFound={words.nothingFound}
      value={isPending ? undefined : value}
      onChange={onChange}
      options={
        organisations?.map((organisation) => ({ value: organisation.id, label: say(organisation.name) })) ??
        []
      }
    />
  );
}

// One level: of a pack that allows none the server has the last word.
const levelsDown = 1;

/** Those to which the organisation of the present post may assign something. */
function withinReach(
  organisations: readonly OrganisationView[] | undefined,
  own: string,
): readonly OrganisationView[] | undefined {
  const by = organisations?.find(({ id }) => id === own);
  return by === undefined ? organisations : organisations?.filter((unit) => reaches(by, unit, levelsDown));
}
