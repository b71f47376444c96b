import { toCsvBody } from "@/app/_http/to-csv";
import { findSeller } from "@/lib/env";
import { renderUsageReport } from "@/lib/usage-reports";
import type { UsageReport } from "@/lib/usage-reports/types";

const columns = [
  { title: "day", name: "day" },
  { title: "zone", name: "zone" },
  { title: "kind", name: "kind" },
  { title: "service", name: "subject" },
  { title: "source", name: "source" },
  { title: "count", name: "events" },
  { title: "succeeded", name: "succeeded" },
  { title: "failed", name: "failed" },
  { title: "credits", name: "costMilli" },
  { title: "subscription_credits", name: "subscriptionMilli" },
  { title: "payg_credits", name: "paygMilli" },
  { title: "milliseconds", name: "duration" },
];

export type FileFormat = "csv" | "pdf";

function toRows({ days, zone }: UsageReport) {
  return days.map(({ durationMs, ...day }) => ({ ...day, zone, duration: durationMs.toString() }));
}

/** A report as the body of an answer. */
export async function toFile(report: UsageReport, format: FileFormat, madeAt: Date): Promise<BodyInit> {
  if (format === "pdf") {
    const pdf = await renderUsageReport(report, { seller: findSeller().name, madeAt });
    return new Uint8Array(pdf);
  }
  return toCsvBody(columns, toRows(report));
}
