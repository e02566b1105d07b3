import { useMutation, useQueryClient } from "@tanstack/react-query";
import { auditFilePath } from "../../api/audit.ts";
import { download } from "../../api/client.ts";
import { DownloadIcon } from "../../ui/icons.tsx";
import { saveBlob } from "../../ui/save-file.ts";
import { useWords } from "../../words/language.tsx";
import { FormProblem } from "../sign-in/FormProblem.tsx";

const formats = ["xlsx", "csv"] as const;

/** Takes out all that the log is narrowed to, on all pages; the log itself tells of it. */
export function AuditExport({
  filters,
  total,
}: {
  readonly filters: Record<string, string>;
  readonly total: number | undefined;
}) {
  const { words } = useWords();
  const queryClient = useQueryClient();
  const saving = useMutation({
    mutationFn: (format: (typeof formats)[number]) => download(auditFilePath(format, filters)),
    onSuccess: ({ name, bytes }) => {
      saveBlob(name, bytes);
      return queryClient.invalidateQueries({ queryKey: ["audit", "lines"] });
    },
  });
  return (
    <div className="row">
      {formats.map((format) => (
        <button
          key={format}
          type="button"
          className="columns-button"
          disabled={total === undefined || total === 0 || saving.isPending}
          onClick={() => saving.mutate(format)}
        >
          <DownloadIcon />
          {words.audit.export[format]}
        </button>
      ))}
      <p role="status">
        {saving.isPending && words.exports.working}
        {saving.data !== undefined && words.exports.saved(saving.data.name)}
      </p>
      <FormProblem error={saving.error} />
    </div>
  );
}
