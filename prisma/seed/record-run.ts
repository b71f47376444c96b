import { captureHold, getBalance, holdCredits, releaseHold } from "@/lib/credits";
import type { Receipt } from "@/lib/credits/types";
import type { CannedRun } from "./canned-run";
import { seededId } from "./seeded-id";
import type { RunRow, StoryContext } from "./story";

interface RunStory extends CannedRun {
  userId: string;
  /** Unique in the seed. */
  name: string;
}

const settlingMs = 150_000;

/** A run as its owner made it then: held, then taken or given back. One that they could not pay, they did not make. */
export async function recordRun(ctx: StoryContext, run: RunStory): Promise<void> {
  const { userId, service, quoteMilli, inputBytes, outcome, tookMs, name } = run;
  const createdAt = ctx.clock.now();
  const finishedAt = new Date(createdAt.getTime() + tookMs);
  const holdExpiresAt = new Date(createdAt.getTime() + settlingMs);
  const id = seededId(name, createdAt);
  const { totalMilli } = await getBalance(ctx, userId);
  if (totalMilli < quoteMilli) return;

  const receipt = quoteMilli > 0n ? await spend(ctx, run, { id, holdExpiresAt, finishedAt }) : null;
  ctx.runs.push({
    ...{ id, userId, key: id, serviceSlug: service.slug, source: "web", fingerprint: "seed", inputBytes },
    ...{ ...outcome, quotedMilli: quoteMilli, durationMs: tookMs, createdAt, holdExpiresAt, finishedAt },
    ...(outcome.status === "succeeded" ? toCharge(receipt, totalMilli) : {}),
  });
}

type Instants = { id: string; holdExpiresAt: Date; finishedAt: Date };

async function spend(
  ctx: StoryContext,
  run: RunStory,
  { id, holdExpiresAt, finishedAt }: Instants,
): Promise<Receipt> {
  const { userId, service, quoteMilli: creditsMilli } = run;
  const holdKey = `run:${id}`;
  await holdCredits(ctx, {
    ...{ userId, key: holdKey, reference: holdKey, description: service.title },
    ...{ creditsMilli, expiresAt: holdExpiresAt },
  });
  ctx.clock.set(finishedAt);
  return run.outcome.status === "succeeded"
    ? captureHold(ctx, { userId, holdKey, creditsMilli })
    : releaseHold(ctx, { userId, holdKey });
}

function toCharge(receipt: Receipt | null, totalMilli: bigint): Partial<RunRow> {
  if (!receipt) return { balanceAfterMilli: totalMilli };
  const ofKind = (subscription: boolean) =>
    receipt.parts
      .filter(({ kind }) => (kind === "subscription") === subscription)
      .reduce((sum, { creditsMilli }) => sum + creditsMilli, 0n);
  return {
    chargedMilli: -receipt.deltaMilli,
    subscriptionMilli: ofKind(true),
    paygMilli: ofKind(false),
    balanceAfterMilli: receipt.balanceAfterMilli,
  };
}
