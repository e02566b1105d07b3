import { useId } from "react";
import { type DueRung, dueRungs } from "../../../core/calendar/due-ladder.ts";
import type { Ladder, RegisterOnHome } from "../../api/home-types.ts";
import { useWords } from "../../words/language.tsx";
import { FigureLink } from "./FigureLink.tsx";

const tones: Readonly<Partial<Record<string, "red" | "orange">>> = { overdue: "red", today: "orange" };
const isRung = (name: string): name is DueRung => dueRungs.some((rung) => rung === name);

/** How far off the deadlines are, register by register; every number opens its list. */
export function LadderTable({
  ladder,
  registers,
}: {
  readonly ladder: Ladder;
  readonly registers: readonly RegisterOnHome[];
}) {
  const { words, say } = useWords();
  const id = useId();
  return (
    <section className="paper" aria-labelledby={id}>
      <header className="home-head">
        <h2 id={id}>{words.home.ladders[ladder.of]}</h2>
        <p className="soft">{words.home.laddersWhy[ladder.of]}</p>
      </header>
      <table className="ladder" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{words.home.register}</span>
            </th>
            {dueRungs.map((rung) => (
              <th key={rung} scope="col">
                {words.home.rungs[rung]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ladder.rows.map(({ register, figures }) => {
            const named = say(registers.find(({ name }) => name === register)?.words ?? register);
            return (
              <tr key={register}>
                <th scope="row">{named}</th>
                {figures.map((figure) => (
                  <td key={figure.name}>
                    <FigureLink
                      figure={figure}
                      title={`${named} ${isRung(figure.name) ? words.home.rungs[figure.name] : ""}`}
                      tone={tones[figure.name] ?? "plain"}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
