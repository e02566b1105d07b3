import "../list/list.css";
import "../exports/exports.css";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { type ExportView, exportFilePath, ownExports, removeExport } from "../../api/exports.ts";
import { problemOf } from "../../api/problem.ts";
import * as queries from "../../api/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { formatInstant, formatSize } from "../../ui/format.ts";
import { useTitle, useWords } from "../../words/language.tsx";

/** The files that the person had made in the background: how far each is, and the way to it. */
export default function ExportsPage() {
  const { words } = useWords();
  const { data: exports } = useSuspenseQuery(ownExports);
  useTitle(words.exports.own);
  return (
    <div className="stack">
      <div className="page-head">
        <h1>{words.exports.own}</h1>
      </div>
      <p className="soft">{words.exports.purpose}</p>
      {exports.length === 0 ? (
        <p className="paper blank">{words.exports.none}</p>
      ) : (
        <ul className="paper exports">
          {exports.map((one) => (
            <Row key={one.id} one={one} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Row({ one }: { readonly one: ExportView }) {
  const { words, say } = useWords();
  const { data: registers } = useSuspenseQuery(queries.registers);
  const register = registers.find(({ name }) => name === one.register);
  const name = one.name ?? words.exports.unnamed(register === undefined ? one.register : say(register.words));
  return (
    <li className="exports-row">
      <div className="exports-file">
        <p className="exports-name">{name}</p>
        <p className="soft">
          {formatInstant(one.at)} · {words.exports.formats[one.format]}
          {one.sizeBytes !== null && ` · ${formatSize(one.sizeBytes)}`}
        </p>
      </div>
      <Progress one={one} name={name} />
      <Actions one={one} name={name} />
    </li>
  );
}

interface RowProps {
  readonly one: ExportView;
  readonly name: string;
}

function Progress({ one, name }: RowProps) {
  const { words, say } = useWords();
  const { state, rows, total, why } = one;
  return (
    <div className="exports-progress" role="status">
      <p>
        {words.exports.states[state]} {state === "done" ? words.exports.count(rows) : null}
        {state === "running" ? words.exports.of(rows, total) : null}
      </p>
      {state === "running" && <progress aria-label={name} value={rows} max={Math.max(total, 1)} />}
      {why !== null && <p className="exports-why">{say(why.words)}</p>}
    </div>
  );
}

function Actions({ one, name }: RowProps) {
  const { words } = useWords();
  const queryClient = useQueryClient();
  const removing = useMutation({
    mutationFn: () => removeExport(one.id),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ownExports.queryKey }),
  });
  const isOver = one.state === "done" || one.state === "failed";
  const said = words.exports;
  return (
    <div className="row exports-actions">
      {one.state === "done" && (
        <a href={exportFilePath(one.id)} download={name} aria-label={said.downloadOf(name)}>
          {said.download}
        </a>
      )}
      <Button
        loading={removing.isPending}
        aria-label={(isOver ? said.removeOf : said.cancelOf)(name)}
        onClick={() => removing.mutate()}
      >
        {isOver ? said.remove : said.cancel}
      </Button>
      {removing.error !== null && (
        <p role="alert">{problemOf(removing.error).title || words.problem.offline}</p>
      )}
    </div>
  );
}
