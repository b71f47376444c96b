import { type ChartPoint } from "./chart-point";

/** Readings by time in milliseconds, the last one of each instant: a step has one height at a time. */
export function toSteps(points: readonly ChartPoint[]): { time: number; value: number }[] {
  const steps = new Map(points.map(({ at, value }) => [new Date(at).getTime(), value]));
  return [...steps].map(([time, value]) => ({ time, value })).sort((a, b) => a.time - b.time);
}
