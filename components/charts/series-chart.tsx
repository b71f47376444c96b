"use client";

import dynamic from "next/dynamic";
import { useRef } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import type { Dataset } from "./dataset";
import type { Series } from "./series";
import { useSeen } from "./use-seen";

// The charting library is heavy: it is fetched when the first chart comes into view.
const Canvas = dynamic(() => import("./series-canvas").then((module) => module.SeriesCanvas), {
  ssr: false,
  loading: () => <Skeleton className="size-full" />,
});

type SeriesChartProps = { dataset: Dataset; series: readonly Series[] };

/** Bars, lines and areas over time, drawn once they are seen. The box around it gives its size. */
export function SeriesChart({ dataset, series }: SeriesChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const seen = useSeen(box);
  return (
    <div ref={box} className="size-full">
      {seen ? <Canvas dataset={dataset} series={series} /> : <Skeleton className="size-full" />}
    </div>
  );
}
