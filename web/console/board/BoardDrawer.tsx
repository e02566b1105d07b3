import { Link } from "@tanstack/react-router";
import type { Board, ShareView, TargetView } from "../../api/board-types.ts";
import { Drawer } from "../../ui/controls/Drawer.tsx";
import { Mark } from "../../ui/marks.tsx";
import { useWords } from "../../words/language.tsx";
import { type BoardSearch, targetsShown, worstFirst } from "./board-view.ts";
import { FigureOfBoard, ListLink } from "./FigureOfBoard.tsx";
import { Lamp } from "./Lamp.tsx";
import { Reason } from "./Reason.tsx";

interface DrawerProps {
  readonly board: Board;
  readonly search: BoardSearch;
  readonly onClose: () => void;
}

/** What is behind a lamp: the targets with their figures and reasons, and the lists and tasks that these count. */
export function BoardDrawer({ board, search, onClose }: DrawerProps) {
  const { words, say } = useWords();
  const unit = board.units.find(({ id }) => id === search.unit);
  const targets = targetsShown(board, search);
  return (
    <Drawer title={useTitleOf(board, search)} closeName={words.board.close} onClose={onClose}>
      <div className="stack board-drawer">
        {unit !== undefined && (
          <p>
            <Link to="/board" search={({ unit: _, ...rest }) => rest} replace className="button-link">
              {words.board.allUnits}
            </Link>
          </p>
        )}
        {targets.length === 0 && <p className="soft">{words.board.noTargets}</p>}
        {targets.map((target) => (
          <section key={target.id} className="board-target" aria-label={say(target.words)}>
            <TargetHead target={target} />
            <Shares board={board} target={target} alone={unit !== undefined} />
          </section>
        ))}
      </div>
    </Drawer>
  );
}

function useTitleOf(board: Board, { measure, section, unit: asked }: BoardSearch): string {
  const { words, say } = useWords();
  const shown =
    measure === undefined
      ? board.sections.find(({ id }) => id === section)
      : board.measures.find(({ number }) => number === Number(measure));
  const unit = board.units.find(({ id }) => id === asked);
  const title = shown === undefined ? words.board.title : say(shown.title);
  const numbered = measure === undefined ? title : `${words.board.measure(Number(measure))} ${title}`;
  return unit === undefined ? numbered : `${numbered} · ${say(unit.shortName)}`;
}

function TargetHead({
  target: { words: what, text, proof, by, every, source, toBeConfirmed },
}: {
  readonly target: TargetView;
}) {
  const { words, say } = useWords();
  const { board, plan } = words;
  const due = [...(by ? [plan.by(by)] : []), ...(every ? [plan.every[every]] : [])].join(words.comma);
  return (
    <>
      <h3>
        {say(what)} {toBeConfirmed && <Mark tone="yellow">{plan.toBeConfirmed}</Mark>}
      </h3>
      {text !== undefined && <p className="soft">「{text}」</p>}
      <p className="soft">
        {proof === undefined
          ? board.byEvidence
          : `${board.byIndicator(say(proof.name))} · ${board.shall(
              plan.compared[proof.threshold.comparison](board.unitOf[proof.unit](proof.threshold.value)),
            )}`}
        {due !== "" && ` · ${due}`}
      </p>
      <p className="soft board-source">{source}</p>
      {proof !== undefined && (
        <p>
          {board.whole} <FigureOfBoard figure={proof.whole} unit={proof.unit} />
        </p>
      )}
    </>
  );
}

function Shares({
  board,
  target,
  alone,
}: {
  readonly board: Board;
  readonly target: TargetView;
  readonly alone: boolean;
}) {
  const { say } = useWords();
  const names = new Map(board.units.map(({ id, shortName }) => [id, say(shortName)]));
  return (
    <ul className="board-shares">
      {worstFirst(target.shares).map((share) => (
        <li key={share.unit}>
          <Lamp colour={share.colour} />
          <span>
            {!alone && (
              <Link
                to="/board"
                search={({ measure: _, section: __, ...rest }) => ({ ...rest, unit: share.unit })}
              >
                {names.get(share.unit)}
              </Link>
            )}{" "}
            <Reason board={board} reason={share.reason} />
          </span>
          <ShareFigure share={share} target={target} />
        </li>
      ))}
    </ul>
  );
}

function ShareFigure({ share, target }: { readonly share: ShareView; readonly target: TargetView }) {
  const { words } = useWords();
  if (share.figure !== undefined && target.proof !== undefined)
    return <FigureOfBoard figure={share.figure} unit={target.proof.unit} />;
  if (share.tasks === undefined) return <span />;
  const text = words.board.tasks(share.tasks.total);
  return <ListLink opens={share.tasks.opens} text={text} name={words.board.opensList(text)} />;
}
