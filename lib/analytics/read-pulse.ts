import { createHash } from "node:crypto";
import type { Reading } from "./reading";
import { allRollups } from "./rollups/all-rollups";
import type { Rollup } from "./rollups/rollup";
import { readComplimentary } from "./plan-queries";
import { readRenewals } from "./renewal-queries";
import { dayIn } from "./days";
import { ask, type Source } from "./source";
import type { Day } from "./types";

/** What others follow from: if these are equal, all is. */
const told = new Set(["money", "declines", "runs", "people", "plans", "credits"]);

async function readChanged(source: Source, rollup: Rollup): Promise<string> {
  const days = source.marked.get(rollup.subject) ?? [];
  const [from, to] = [days[0], days.at(-1)];
  if (!from || !to) return "";
  const changed: readonly Day[] = days;
  const [row] = await ask<{ told: string | null }>(source, {
    ...{ rollup, range: { from, to }, name: "pulse", values: [changed] },
    select: `SELECT string_agg(rows::text, ' ' ORDER BY rows::text) AS told
      FROM rows WHERE day = ANY ($5::text[]::date[])`,
  });
  return row?.told ?? "";
}

const toText = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? String(part) : part));

/**
 * A word that is another one as soon as a figure of any range may have changed: made of the days that changed since the
 * job last kept them, and of what is always read from the facts.
 */
export async function readPulse({ source, now }: Reading): Promise<string> {
  const { db, zone } = source;
  const parts = await Promise.all([
    ...allRollups.filter(({ name }) => told.has(name)).map((rollup) => readChanged(source, rollup)),
    readRenewals(db, now),
    readComplimentary(db, { zone, day: dayIn(zone, now) }),
  ]);
  return createHash("sha256").update(toText(parts)).digest("base64url").slice(0, 16);
}
