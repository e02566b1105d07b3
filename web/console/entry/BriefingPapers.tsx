import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { isIssued } from "../../../core/registers/briefing-states.ts";
import { download } from "../../api/client.ts";
import type { EntryView } from "../../api/types.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { saveBlob } from "../../ui/save-file.ts";
import { useWords } from "../../words/language.tsx";
import { useSession } from "../session.ts";
import { FormProblem } from "../sign-in/FormProblem.tsx";

/** Of a briefing the papers with its frozen figures, and for the office that issued it the way to its correction. */
export function BriefingPapers({ entry }: { readonly entry: EntryView }) {
  const { words } = useWords();
  const { post } = useSession();
  const saving = useMutation({
    mutationFn: (format: "docx" | "xlsx") => download(`briefings/${entry.id}/paper.${format}`),
    onSuccess: ({ name, bytes }) => saveBlob(name, bytes),
  });
  const mayCorrect =
    isIssued(entry.state) && post.role === "committeeOffice" && post.organisation.id === entry.values.issuer;
  return (
    <nav className="paper assign-from row">
      <Button loading={saving.isPending} onClick={() => saving.mutate("docx")}>
        {words.analysis.asDocument}
      </Button>
      <Button loading={saving.isPending} onClick={() => saving.mutate("xlsx")}>
        {words.analysis.asWorkbook}
      </Button>
      {mayCorrect && (
        <Link
          className="main-link"
          to="/registers/$register/new/$act"
          params={{ register: "briefing", act: "drawUp" }}
          search={{ corrects: entry.id }}
        >
          {words.figures.correct}
        </Link>
      )}
      <p className="soft">{words.figures.papers}</p>
      <span role="status" className="soft">
        {saving.isPending && words.exports.working}
        {saving.data !== undefined && words.exports.saved(saving.data.name)}
      </span>
      <FormProblem error={saving.error} />
    </nav>
  );
}
