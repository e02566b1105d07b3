import "../list/list.css";
import "../organisations/organisations.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import { limits } from "../../../core/limits.ts";
import * as queries from "../../api/queries.ts";
import type { OrganisationView } from "../../api/types.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { TextInput } from "../../ui/controls/TextInput.tsx";
import { useTitle, useWords } from "../../words/language.tsx";
import { isNamed, isUnconfirmed, organisationTree } from "../organisations/organisation-tree.ts";
import { PlaceSection } from "../organisations/PlaceSection.tsx";

const route = getRouteApi("/shell/organisations");

/** Every organisation of the pack by place and kind, with what it does in which sector, where that is from and whether it is confirmed. */
export default function OrganisationsPage() {
  const { words } = useWords();
  const { q = "" } = route.useSearch();
  const { data: organisations } = useSuspenseQuery(queries.organisations({}));
  const { data: regions } = useSuspenseQuery(queries.regions);
  const [allOpen, setAllOpen] = useState(false);
  useTitle(words.organisations.title);
  const found = organisations.filter((one) => isNamed(one, q));
  const isSearch = q !== "";
  return (
    <div className="stack organisations">
      <div className="page-head">
        <h1>{words.organisations.title}</h1>
      </div>
      <p className="soft">{words.organisations.purpose}</p>
      <div className="paper organisations-search">
        <NameSearch />
        <p role="status">
          <Count found={found} isSearch={isSearch} />
        </p>
        {!isSearch && (
          <Button onClick={() => setAllOpen(!allOpen)}>
            {allOpen ? words.organisations.closeAll : words.organisations.openAll}
          </Button>
        )}
      </div>
      {found.length === 0 && <p className="paper blank">{words.organisations.nothingHint}</p>}
      {organisationTree(organisations, regions, (one) => isNamed(one, q)).map((place) => (
        <PlaceSection key={place.id} place={place} opens={isSearch || allOpen ? "all" : "first"} />
      ))}
    </div>
  );
}

function Count({
  found,
  isSearch,
}: {
  readonly found: readonly OrganisationView[];
  readonly isSearch: boolean;
}) {
  const { words } = useWords();
  const { nothing, total, found: told } = words.organisations;
  if (found.length === 0) return nothing;
  const unconfirmed = found.filter(isUnconfirmed).length;
  return (isSearch ? told : total)(found.length, unconfirmed);
}

/** What is typed is looked for at once and stands in the address, so that what was found can be sent to a colleague. */
function NameSearch() {
  const { words } = useWords();
  const id = useId();
  const { q = "" } = route.useSearch();
  const navigate = useNavigate();
  // Kept beside the address, which follows a moment later: the signs of an input method would be lost between the two.
  const [typed, setTyped] = useState(q);
  const look = (text: string) => {
    setTyped(text);
    const piece = text.trim();
    void navigate({ to: "/organisations", search: piece === "" ? {} : { q: piece }, replace: true });
  };
  return (
    <div className="filter">
      <label htmlFor={id}>{words.organisations.search}</label>
      <TextInput
        id={id}
        type="search"
        maxLength={limits.searchLengthCharacters}
        placeholder={words.organisations.searchHint}
        value={typed}
        onChange={({ target }) => look(target.value)}
      />
    </div>
  );
}
