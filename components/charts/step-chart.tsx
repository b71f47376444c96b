"use client";

import dynamic from "next/dynamic";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";

import { type ChartPoint } from "./chart-point";
import { PointTable } from "./point-table";

type StepChartProps = { label: string; unit: string; points: readonly ChartPoint[] };

// The charting library is heavy: it is fetched only on pages that draw, after they are already readable.
const Canvas = dynamic(() => import("./step-chart-canvas").then((module) => module.StepChartCanvas), {
  ssr: false,
  loading: () => <Skeleton className="size-full" />,
});

export function StepChart({ label, unit, points }: StepChartProps) {
  const [asTable, setAsTable] = useState(false);
  return (
    <figure>
      <figcaption className="mb-2 text-sm text-ink-muted">{label}</figcaption>
      <div className="h-48">
        {asTable ? (
          <PointTable label={label} unit={unit} points={points} />
        ) : (
          <Canvas points={points} unit={unit} />
        )}
      </div>
      <div className="mt-2 flex justify-end">
        <Button variant="ghost" size="sm" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          Show as table
        </Button>
      </div>
    </figure>
  );
}
