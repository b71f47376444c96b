import { captureHold, getBalance, holdCredits, releaseHold } from "@/lib/credits";
import type { Receipt } from "@/lib/credits/types";
import { DomainError } from "@/lib/shared/errors";
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
  const settled = await settle(ctx, run, { id, holdExpiresAt, finishedAt });
  if (!settled) return;
  ctx.runs.push({
    ...{ id, userId, key: id, serviceSlug: service.slug, source: "web", fingerprint: "seed", inputBytes },
    ...{ ...outcome, quotedMilli: quoteMilli, durationMs: tookMs, createdAt, holdExpiresAt, finishedAt },
    ...(outcome.status === "succeeded" ? settled : {}),
  });
}

type Instants = { id: string; holdExpiresAt: Date; finishedAt: Date };

/** What was taken; null when there was too little. */
async function settle(
  ctx: StoryContext,
  { userId, service, quoteMilli: creditsMilli, outcome }: RunStory,
  { id, holdExpiresAt, finishedAt }: Instants,
): Promise<Partial<RunRow> | null> {
  if (creditsMilli === 0n) return { balanceAfterMilli: (await getBalance(ctx, userId)).totalMilli };
  const holdKey = `run:${id}`;
  try {
    await holdCredits(ctx, {
      ...{ userId, key: holdKey, reference: holdKey, description: service.title },
      ...{ creditsMilli, expiresAt: holdExpiresAt },
    });
  } catch (error) {
    if (error instanceof DomainError && error.code === "credits.insufficient") return null;
    throw error;
  }
  ctx.clock.set(finishedAt);
  const end = outcome.status === "succeeded" ? captureHold : releaseHold;
  return toCharge(await end(ctx, { userId, holdKey, creditsMilli }));
}

function toCharge(receipt: Receipt): Partial<RunRow> {
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
