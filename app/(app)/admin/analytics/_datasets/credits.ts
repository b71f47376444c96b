import type { Dataset } from "@/components/charts/dataset";
import type { Bucket, CreditFlow, OutstandingOfKind } from "@/lib/analytics/types";
import { columnsOf, credits, dayColumn, text } from "@/components/charts/columns";

export function creditFlowDataset({ points }: CreditFlow, bucket: Bucket): Dataset {
  const flow = { issued: "Issued", spent: "Spent", expired: "Expired", clawedBack: "Taken back" };
  return {
    title: "Credits in and out",
    columns: [dayColumn(bucket), ...columnsOf(credits, { ...flow, forgiven: "Forgiven" })],
    rows: points.map((point) => [
      ...[point.day, point.issuedMilli, point.spentMilli, point.expiredMilli, point.clawedBackMilli],
      point.forgivenMilli,
    ]),
  };
}

export function outstandingDataset({ points }: CreditFlow, bucket: Bucket): Dataset {
  return {
    title: "Outstanding credits",
    columns: [dayColumn(bucket), ...columnsOf(credits, { outstanding: "Outstanding" })],
    rows: points.map(({ day, outstandingMilli }) => [day, outstandingMilli]),
  };
}

export const kindWords: Readonly<Record<OutstandingOfKind["kind"], string>> = {
  subscription: "Of plans",
  payg: "Pay as you go",
  promo: "Promotional",
  admin: "Given by admins",
  debt: "Owed by people",
};

export function liabilityDataset({ outstanding }: CreditFlow): Dataset {
  return {
    title: "Outstanding by kind",
    columns: [...columnsOf(text, { kind: "Kind" }), ...columnsOf(credits, { credits: "Credits" })],
    rows: mostFirst(outstanding).map(({ kind, milli }) => [kindWords[kind], milli]),
  };
}

/** What is owed has a minus, so it comes last. */
export const mostFirst = (parts: CreditFlow["outstanding"]): OutstandingOfKind[] =>
  parts.toSorted((a, b) => Number(b.milli - a.milli));
