import { useMutation } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef } from "react";
import { type Printed, tellPrint } from "../../api/prints.ts";
import { isNoAnswer, problemOf } from "../../api/problem.ts";
import { Alert } from "../../ui/controls/Alert.tsx";
import { Button } from "../../ui/controls/Button.tsx";
import { useWords } from "../../words/language.tsx";

interface PrintProps {
  readonly printed: Printed;
}

/**
 * Prints what stands on the page, once the audit log has it; where the log cannot be reached nothing is printed, and it says so.
 * Decision 026.
 */
export function PrintButton({ printed, children }: PrintProps & { readonly children: string }) {
  const { words } = useWords();
  const isTold = useRef(false);
  const telling = useMutation({
    mutationFn: () => tellPrint(printed),
    onSuccess: () => {
      isTold.current = true;
      print();
      isTold.current = false;
    },
  });
  return (
    <div className="row no-print">
      <Button loading={telling.isPending} onClick={() => telling.mutate()}>
        {children}
      </Button>
      <Untold title={words.printing.notPrinted} error={telling.error} />
      <TellPrint printed={printed} isTold={() => isTold.current} />
    </div>
  );
}

/** Tells of prints by the browser's own menu or keys, which nothing on a page can hold back; where it cannot be told, it says so. */
export function TellPrint({ printed, isTold }: PrintProps & { readonly isTold?: () => boolean }) {
  const { words } = useWords();
  const telling = useMutation({ mutationFn: () => tellPrint(printed) });
  const onPrint = useEffectEvent(() => {
    if (!isTold?.()) telling.mutate();
  });
  useEffect(() => {
    const before = () => onPrint();
    addEventListener("beforeprint", before);
    return () => removeEventListener("beforeprint", before);
  }, []);
  return <Untold title={words.printing.untold} error={telling.error} />;
}

function Untold({ title, error }: { readonly title: string; readonly error: Error | null }) {
  const { words } = useWords();
  if (error === null) return null;
  const why = isNoAnswer(error) ? words.problem.offline : problemOf(error).title || words.problem.failed;
  return (
    <div className="no-print">
      <Alert tone="error" role="alert" title={title}>
        {why}
      </Alert>
    </div>
  );
}
