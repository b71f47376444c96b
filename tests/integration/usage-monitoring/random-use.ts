import { randomUUID } from "node:crypto";
import type { Db } from "@/lib/db";

export interface Used {
  userId: string;
  at: Date;
  kind: "run" | "api_call";
  subject: string;
  outcome: "started" | "succeeded" | "failed" | "timed_out" | "refused";
  costMilli: bigint;
  durationMs: number | null;
}

const subjects = {
  run: ["text-statistics", "image-optimiser", "gone-service"],
  api_call: ["runService", "getBalance"],
} as const;
const outcomes = ["started", "succeeded", "succeeded", "failed", "timed_out", "refused"] as const;

const below = (limit: number) => Math.floor(Math.random() * limit);
const oneOf = <Value>(values: readonly Value[]): Value => {
  const value = values[below(values.length)];
  if (value === undefined) throw new Error("Nothing to choose from.");
  return value;
};

/** Uses of these people at any instant from one to another. */
export function randomUses(
  people: readonly string[],
  { from, to, count }: { from: Date; to: Date; count: number },
): Used[] {
  return Array.from({ length: count }, () => {
    const kind = oneOf(["run", "api_call"] as const);
    const outcome = oneOf(outcomes);
    return {
      ...{ userId: oneOf(people), kind, subject: oneOf(subjects[kind]), outcome },
      at: new Date(from.getTime() + below(to.getTime() - from.getTime())),
      costMilli: kind === "run" && outcome === "succeeded" ? BigInt(below(5_000)) : 0n,
      durationMs: outcome === "started" ? null : below(2_000),
    };
  });
}

/** Writes them as the application does: each with the mark of its hour. */
export async function writeUses(db: Db, uses: readonly Used[]): Promise<void> {
  await db.prisma.usageRecord.createMany({
    data: uses.map((use) => ({ ...use, id: randomUUID(), source: "api" as const })),
  });
  await db.sql({
    name: "mark-random-uses",
    text: "SELECT mark_usage(u, at)::text FROM unnest($1::uuid[], $2::timestamptz[]) AS uses (u, at)",
    values: [uses.map(({ userId }) => userId), uses.map(({ at }) => at)],
  });
}
