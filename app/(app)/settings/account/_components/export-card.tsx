import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { DataExportView } from "@/lib/data-export/types";
import { ButtonForm } from "../../_components/button-form";
import { ConfirmFirst } from "../../_components/confirm-first";
import { submitRequestExport } from "../_actions/request-export";
import { ExportState } from "./export-state";

interface ExportCardProps {
  latest: DataExportView | null;
  /** False where this installation stores no files. */
  available: boolean;
  confirmed: boolean;
}

const about =
  "All that we keep of you in one zip, as JSON and CSV: profile, sign-ins, credits, payments, plans, documents, service runs and mails.";

/** Asks for a copy of one's own data, and has the last one to download. */
export function ExportCard({ latest, available, confirmed }: ExportCardProps) {
  const pending = latest?.status === "pending";
  return (
    <Card aria-labelledby="export-data">
      <CardHeader
        id="export-data"
        title="Export my data"
        description={
          available ? about : "Exports are off here, because this installation has no place for files."
        }
      />
      {available ? (
        <CardBody className="flex flex-col items-start gap-5">
          {latest ? <ExportState latest={latest} /> : null}
          {pending ? null : confirmed ? (
            <ButtonForm action={submitRequestExport} label={labelOf(latest)} />
          ) : (
            <ConfirmFirst next="/settings/account" purpose="export your data" />
          )}
        </CardBody>
      ) : null}
    </Card>
  );
}

function labelOf(latest: DataExportView | null): string {
  if (latest?.status === "failed") return "Try again";
  return latest ? "Export my data again" : "Export my data";
}
