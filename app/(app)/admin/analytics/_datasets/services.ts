import type { Dataset } from "@/components/charts/dataset";
import type { Bucket, Day, Services } from "@/lib/analytics/types";
import { columnsOf, count, credits, dayColumn, text } from "@/components/charts/columns";

export function servicesDataset({ services }: Services): Dataset {
  return {
    title: "Services by credits",
    columns: [
      ...columnsOf(text, { service: "Service" }),
      ...columnsOf(credits, { credits: "Credits" }),
      ...columnsOf(count, { runs: "Runs", people: "People" }),
      ...columnsOf({ kind: "share" }, { failures: "Failed" }),
      ...columnsOf({ kind: "duration" }, { mean: "Mean time" }),
      ...columnsOf({ kind: "share" }, { margin: "Margin" }),
    ],
    rows: services.map((service) => [
      ...[service.title, service.creditsMilli, service.runs, service.people],
      ...[service.failureRate, service.meanDurationMs, service.margin],
    ]),
  };
}

/** How many services are drawn by themselves; the others are one. */
const mostDrawn = 4;

interface Stretches {
  bucket: Bucket;
  /** The first days of all, also of those in which nothing ran. */
  days: readonly Day[];
}

/** The services that took most, each by itself, and all others together. */
export function serviceCreditsDataset({ services, points }: Services, { bucket, days }: Stretches): Dataset {
  const drawn = services.slice(0, mostDrawn);
  const others = { slug: "*", title: "Others" };
  const shown = services.length > mostDrawn ? [...drawn, others] : drawn;
  const taken = new Map<string, bigint>();
  for (const { day, slug, creditsMilli } of points) {
    const key = `${day} ${drawn.some((service) => service.slug === slug) ? slug : others.slug}`;
    taken.set(key, (taken.get(key) ?? 0n) + creditsMilli);
  }
  return {
    title: "Credits by service",
    columns: [dayColumn(bucket), ...shown.map(({ slug, title }) => ({ key: slug, title, unit: credits }))],
    rows: days.map((day) => [day, ...shown.map(({ slug }) => taken.get(`${day} ${slug}`) ?? 0n)]),
  };
}
