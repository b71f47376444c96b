import { Download } from "lucide-react";
import { Alert } from "@/components/ui/alert";
import { buttonStyles } from "@/components/ui/button-styles";
import { DateTime } from "@/components/ui/date-time";
import type { DataExportView } from "@/lib/data-export/types";
import { formatBytes } from "@/lib/shared/format";
import { RefreshWhilePending } from "./refresh-while-pending";

/** How far the last export is. */
export function ExportState({ latest }: { latest: DataExportView }) {
  const { id, status, askedAt, byteSize, expiresAt } = latest;
  switch (status) {
    case "pending":
      return (
        <Alert title="Your data is being put together." className="w-full">
          You asked for it <DateTime value={askedAt} show="time" />. A mail tells you when it is ready.
          <RefreshWhilePending />
        </Alert>
      );
    case "ready":
      return (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          {/* A file, not a page: the browser is to ask for it itself. */}
          <a href={`/settings/account/exports/${id}`} download className={buttonStyles()}>
            <Download aria-hidden="true" />
            Download my data
          </a>
          <p className="text-ink-muted">
            {byteSize === null ? "" : `${formatBytes(byteSize)} · `}made <DateTime value={askedAt} />
            {expiresAt ? (
              <>
                {" "}
                · there until <DateTime value={expiresAt} show="time" />
              </>
            ) : null}
          </p>
        </div>
      );
    case "failed":
      return (
        <Alert tone="danger" title="Your data could not be put together." className="w-full">
          It was our fault, and it does not count. Try again; if it fails again, write to support.
        </Alert>
      );
    case "expired":
      return (
        <p className="text-ink-muted">
          The export of <DateTime value={askedAt} /> is deleted: each is kept for seven days.
        </p>
      );
  }
}
