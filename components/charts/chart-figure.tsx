"use client";

import { Download, Table2 } from "lucide-react";
import { useId, useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { cn } from "@/components/ui/cn";
import { ChartKey, type KeyItem } from "./chart-key";
import { DataTable } from "./data-table";
import type { Dataset } from "./dataset";

type ChartFigureProps = {
  dataset: Dataset;
  /** Where the same figures are as a file. */
  csvHref?: string | undefined;
  note?: ReactNode;
  legend?: readonly KeyItem[];
  /** The chart's and its table's height, "h-56"; without it both are as high as they are. */
  height?: string;
  children: ReactNode;
};

/** A chart with its caption, its key, the same figures as a table and as a file. */
export function ChartFigure(props: ChartFigureProps) {
  const { dataset, csvHref, note, legend, height, children } = props;
  const [asTable, setAsTable] = useState(false);
  const caption = useId();
  return (
    <figure aria-labelledby={caption} className="min-w-0">
      <div className="grid grid-cols-[1fr_auto] items-start gap-x-4">
        <figcaption className="min-w-0">
          <span id={caption} className="font-medium">
            {dataset.title}
          </span>
          {note ? <span className="block text-[0.8125rem] text-ink-muted">{note}</span> : null}
        </figcaption>
        <div className="-mr-2 flex items-center print:hidden">
          <Button
            variant="ghost"
            size="sm"
            aria-pressed={asTable}
            aria-label={`Show as table: ${dataset.title}`}
            className={cn("px-2", asTable && "bg-hover text-ink")}
            onClick={() => setAsTable(!asTable)}
          >
            <Table2 aria-hidden="true" />
            <span className="max-sm:sr-only">Show as table</span>
          </Button>
          {csvHref ? <CsvLink href={csvHref} title={dataset.title} /> : null}
        </div>
      </div>
      {legend ? (
        <div className="mt-2">
          <ChartKey items={legend} />
        </div>
      ) : null}
      <div className={cn("mt-3", height, height && "overflow-y-auto print:h-auto print:overflow-visible")}>
        {asTable ? <DataTable dataset={dataset} /> : children}
      </div>
    </figure>
  );
}

function CsvLink({ href, title }: { href: string; title: string }) {
  return (
    <a
      href={href}
      download
      aria-label={`CSV: ${title}`}
      className={cn(buttonStyles({ variant: "ghost", size: "sm" }), "px-2")}
    >
      <Download aria-hidden="true" />
      <span className="max-sm:sr-only">CSV</span>
    </a>
  );
}
