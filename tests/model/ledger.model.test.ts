import fc from "fast-check";
import { expect, test } from "vitest";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";
import { sequence } from "./operations";
import { Play } from "./play";

const runs = Number(process.env.MODEL_RUNS ?? 2000);
const seed = Number(process.env.MODEL_SEED ?? Date.now() % 2 ** 31);
/** Sequences of different accounts run side by side; each lane is a property of its own, so that it can shrink. */
const lanes = 6;

const db = await createTestDatabase(lanes + 2);

test(
  `${runs} random sequences end as the reference model says (seed ${seed})`,
  { timeout: 600_000 + runs * 200 },
  async () => {
    const play = fc.asyncProperty(sequence, async (operations) => {
      const { id: userId } = await createUser(db);
      await new Play({ db, clock: fixedClock(), userId }).run(operations);
    });
    const outcomes = await Promise.allSettled(
      Array.from({ length: lanes }, (_, lane) =>
        fc.assert(play, { numRuns: Math.ceil(runs / lanes), seed: seed + lane, endOnFailure: false }),
      ),
    );
    const failures = outcomes
      .filter((outcome) => outcome.status === "rejected")
      .map(({ reason }) => tell(reason));
    expect(failures.join("\n\n")).toBe("");
  },
);

function tell(reason: unknown): string {
  return reason instanceof Error
    ? `${reason.message}\n${reason.cause instanceof Error ? reason.cause.message : ""}`
    : String(reason);
}
