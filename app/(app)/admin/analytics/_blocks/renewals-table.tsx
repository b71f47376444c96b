import { Download } from "lucide-react";
import { DataTable } from "@/components/charts/data-table";
import type { Dataset } from "@/components/charts/dataset";
import { buttonStyles } from "@/components/ui/button-styles";
import { cn } from "@/components/ui/cn";

type RenewalsTableProps = { dataset: Dataset; csvHref: string };

/** What comes in next, unless somebody cancels: two lines, which no chart says better. */
export function RenewalsTable({ dataset, csvHref }: RenewalsTableProps) {
  return (
    <div>
      <div className="flex flex-wrap items-start justify-between gap-x-4">
        <div>
          <p className="font-medium">{dataset.title}</p>
          <p className="text-[0.8125rem] text-ink-muted">From now on, unless somebody cancels.</p>
        </div>
        <a
          href={csvHref}
          download
          aria-label={`CSV: ${dataset.title}`}
          className={cn(buttonStyles({ variant: "ghost", size: "sm" }), "-mr-2 px-2 print:hidden")}
        >
          <Download aria-hidden="true" />
          CSV
        </a>
      </div>
      {dataset.rows.length === 0 ? (
        <p className="mt-2 text-ink-muted">Nothing renews in the next 30 days.</p>
      ) : (
        <div className="-mx-5 mt-1">
          <DataTable dataset={dataset} />
        </div>
      )}
    </div>
  );
}
