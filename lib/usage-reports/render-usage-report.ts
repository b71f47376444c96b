import type { UsageReport } from "./types";

interface Frame {
  seller: string;
  /** When it was asked for. */
  madeAt: Date;
}

/** A report as PDF. The renderer is loaded with the first one, not with whatever imports this module. */
export async function renderUsageReport(report: UsageReport, frame: Frame): Promise<Buffer> {
  const { renderReportPdf } = await import("./pdf/render-report-pdf");
  return renderReportPdf(report, frame);
}
