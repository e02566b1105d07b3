import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import {
  newestPeriods,
  type PeriodLength,
  periodLengths,
  periodWords,
} from "../../../core/calendar/period.ts";
import { analysisFilePath, reportPath } from "../../api/analysis.ts";
import { download } from "../../api/client.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { SelectBox } from "../../ui/controls/SelectBox.tsx";
import { DownloadIcon } from "../../ui/icons.tsx";
import { saveBlob } from "../../ui/save-file.ts";
import { useWords } from "../../words/language.tsx";
import { Dialog } from "../Dialog.tsx";
import { FormProblem } from "../sign-in/FormProblem.tsx";
import { useDialog } from "../use-dialog.ts";
import { type AnalysisSearch, queryOf } from "./analysis-view.ts";

const useSaving = () =>
  useMutation({
    mutationFn: download,
    onSuccess: ({ name, bytes }) => saveBlob(name, bytes),
  });

/** Takes out exactly the table that is shown; the audit log tells of it. */
export function ExportTable({ search, blank }: { readonly search: AnalysisSearch; readonly blank: boolean }) {
  const { words } = useWords();
  const saving = useSaving();
  return (
    <>
      <button
        type="button"
        className="columns-button"
        disabled={blank || saving.isPending}
        onClick={() => saving.mutate(analysisFilePath(queryOf(search)))}
      >
        <DownloadIcon />
        {words.analysis.exportTable}
      </button>
      <Saved saving={saving} />
    </>
  );
}

function Saved({ saving }: { readonly saving: ReturnType<typeof useSaving> }) {
  const { words } = useWords();
  return (
    <>
      <span role="status" className="soft">
        {saving.isPending && words.exports.working}
        {saving.data !== undefined && words.exports.saved(saving.data.name)}
      </span>
      <FormProblem error={saving.error} />
    </>
  );
}

/** The period that runs, and those before it. */
const periodsOffered = 8;

/** The report of a period for the region and the sector that are looked at: which period, and as a document or a workbook. */
export function MakeReport({ search, today }: { readonly search: AnalysisSearch; readonly today: string }) {
  const { words } = useWords();
  const own = useDialog();
  return (
    <>
      <Button onClick={() => own.setOpen(true)}>{words.analysis.report}</Button>
      <Dialog own={own} title={words.analysis.report} className="columns">
        <ReportForm search={search} today={today} />
      </Dialog>
    </>
  );
}

function ReportForm({ search, today }: { readonly search: AnalysisSearch; readonly today: string }) {
  const { words, language } = useWords();
  const said = words.analysis;
  const [length, setLength] = useState<PeriodLength>("month");
  const [period, setPeriod] = useState<string>();
  const [lengthId, periodId] = [useId(), useId()];
  const periods = newestPeriods(length, today, periodsOffered);
  const chosen = period ?? periods[1]?.name ?? "";
  const saving = useSaving();
  const { region, sector, asOf } = search;
  const asked = {
    period: chosen,
    ...(region === undefined ? {} : { region }),
    ...(sector === undefined ? {} : { sector }),
    ...(asOf === undefined ? {} : { asOf }),
  };
  return (
    <div className="columns-body searches-body">
      <p className="soft">{said.reportSays}</p>
      <div className="filter">
        <label htmlFor={lengthId}>{said.reportLength}</label>
        <SelectBox
          id={lengthId}
          value={length}
          options={periodLengths.map((value) => ({ value, label: words.period.lengths[value] }))}
          onChange={(value) => {
            setLength(periodLengths.find((one) => one === value) ?? "month");
            setPeriod(undefined);
          }}
        />
      </div>
      <div className="filter">
        <label htmlFor={periodId}>{said.period}</label>
        <SelectBox
          id={periodId}
          value={chosen}
          options={periods.map(({ name }) => ({ value: name, label: periodWords(name)?.[language] ?? name }))}
          onChange={setPeriod}
        />
      </div>
      <div className="row columns-buttons">
        <Button
          look="primary"
          loading={saving.isPending}
          onClick={() => saving.mutate(reportPath("docx", asked))}
        >
          {said.asDocument}
        </Button>
        <Button loading={saving.isPending} onClick={() => saving.mutate(reportPath("xlsx", asked))}>
          {said.asWorkbook}
        </Button>
      </div>
      <Saved saving={saving} />
    </div>
  );
}
