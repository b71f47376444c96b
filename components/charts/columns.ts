import type { Bucket, Column, Unit } from "./dataset";

const when: Readonly<Record<Bucket, string>> = { day: "Day", week: "Week", month: "Month" };

export const dayColumn = (bucket: Bucket): Column => ({
  key: "day",
  title: when[bucket],
  unit: { kind: "day", bucket },
});

/** Columns of one unit, by their keys and titles. */
export const columnsOf = (unit: Unit, titles: Readonly<Record<string, string>>): Column[] =>
  Object.entries(titles).map(([key, title]) => ({ key, title, unit }));

export const money = (currency: string): Unit => ({ kind: "money", currency });
export const count: Unit = { kind: "count" };
export const credits: Unit = { kind: "credits" };
export const text: Unit = { kind: "text" };

/** What leaves is told as a positive number, whichever sign it is kept with. */
export const size = (value: bigint): bigint => (value < 0n ? -value : value);
