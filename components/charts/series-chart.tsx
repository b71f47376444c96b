"use client";

import dynamic from "next/dynamic";
import { useRef } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import type { Dataset } from "./dataset";
import { PaperChart } from "./paper-chart";
import type { Series } from "./series";
import { usePrinting } from "./use-printing";
import { useSeen } from "./use-seen";

// The charting library is heavy: it is fetched when the first chart comes into view.
const Canvas = dynamic(() => import("./series-canvas").then((module) => module.SeriesCanvas), {
  ssr: false,
  loading: () => <Skeleton className="size-full" />,
});

type SeriesChartProps = { dataset: Dataset; series: readonly Series[] };

/** Bars, lines and areas over time, drawn once they are seen, or printed. The box around it gives its size. */
export function SeriesChart({ dataset, series }: SeriesChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const seen = useSeen(box);
  const printing = usePrinting();
  return (
    <div ref={box} className="size-full print:h-auto">
      {printing ? (
        <PaperChart dataset={dataset} series={series} />
      ) : seen ? (
        <Canvas dataset={dataset} series={series} />
      ) : (
        <Skeleton className="size-full" />
      )}
    </div>
  );
}
