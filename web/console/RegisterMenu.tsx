import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import * as queries from "../api/queries.ts";
import type { RegisterSummary } from "../api/types.ts";
import { RegisterIcon } from "../ui/icons.tsx";
import { useWords } from "../words/language.tsx";
import { menuGroups } from "./menu.ts";

/** The registers in the menu, by the work of the present post; nothing where a post has no business with them. */
export function RegisterMenu() {
  const { words } = useWords();
  const { data: registers } = useSuspenseQuery(queries.registers);
  const { data: waiting } = useSuspenseQuery(queries.waiting);
  return menuGroups(registers, waiting).flatMap((group) => [
    <li key={group.heading} className="menu-heading">
      {words.menu[group.heading]}
    </li>,
    ...group.registers.map((register) => (
      <li key={register.name} className="menu-row">
        <RegisterLink
          register={register}
          total={waiting.find((one) => one.register === register.name)?.total ?? 0}
        />
      </li>
    )),
  ]);
}

/** The list, and beside it the number of what waits, which opens just that. */
function RegisterLink({ register, total }: { readonly register: RegisterSummary; readonly total: number }) {
  const { words, say } = useWords();
  const name = say(register.words);
  return (
    <>
      <Link to="/registers/$register" params={{ register: register.name }} className="menu-link">
        <RegisterIcon />
        {name}
      </Link>
      {total > 0 && (
        <Link
          to="/registers/$register"
          params={{ register: register.name }}
          search={{ todo: "mine" }}
          className="menu-badge"
          activeProps={{ className: "" }}
          aria-label={words.menu.waiting(name, total)}
        >
          {total}
        </Link>
      )}
    </>
  );
}
