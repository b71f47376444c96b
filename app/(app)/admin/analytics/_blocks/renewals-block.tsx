import { CalendarClock, Download } from "lucide-react";
import { DataTable } from "@/components/charts/data-table";
import { buttonStyles } from "@/components/ui/button-styles";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { renewalsDataset } from "../_datasets/collections";
import { toCsvHref } from "../search-params";
import type { BlockProps } from "./block-props";
import { readCollections } from "./read";
import { readCurrency } from "./read-currency";

/** What comes in next: two lines, which no chart says better. */
export async function RenewalsBlock({ ctx, query, search }: BlockProps) {
  const [{ currency }, { renewals }] = await Promise.all([
    readCurrency(ctx, query, search.currency),
    readCollections(ctx, query),
  ]);
  const dataset = renewalsDataset(renewals, currency);
  if (dataset.rows.length === 0) {
    return (
      <EmptyState
        icon={CalendarClock}
        title={`Nothing renews in ${currency.toUpperCase()} in the next 30 days`}
        className="py-10"
      >
        Plans that are paid again soon, and what they bring, are told here.
      </EmptyState>
    );
  }
  return (
    <>
      <div className="-mx-5">
        <DataTable dataset={dataset} />
      </div>
      <a
        href={toCsvHref("renewals", search)}
        download
        aria-label={`CSV: ${dataset.title}`}
        className={cn(buttonStyles({ variant: "ghost", size: "sm" }), "mt-2 -ml-2 px-2 print:hidden")}
      >
        <Download aria-hidden="true" />
        CSV
      </a>
    </>
  );
}
