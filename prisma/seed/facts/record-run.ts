import type { Books } from "../books/books";
import type { Answer } from "../books/steps";
import type { CannedRun } from "../canned-run";
import { seededId } from "../seeded-id";

interface RunStory extends CannedRun {
  at: Date;
  userId: string;
  /** Unique in the seed. */
  name: string;
}

const settlingMs = 150_000;

/** What its capture took, by the kinds that it came from; a released one took nothing. */
function toCharge({ deltaMilli, balanceAfterMilli, touched, kinds }: Answer) {
  const ofKind = (subscription: boolean) =>
    kinds.reduce((sum, kind, index) => {
      if (kind === null || (kind === "subscription") !== subscription) return sum;
      const amount = touched[2 * index + 1] ?? 0n;
      return sum + (amount < 0n ? -amount : amount);
    }, 0n);
  return {
    ...{
      chargedMilli: -deltaMilli,
      subscriptionMilli: ofKind(true),
      paygMilli: ofKind(false),
      balanceAfterMilli,
    },
  };
}

/** A run as its owner made it then: held, then taken or given back. One that they could not pay, they did not make. */
export function recordRun(books: Books, run: RunStory): void {
  const { at, userId, name, service, quoteMilli, inputBytes, outcome, tookMs } = run;
  const finishedAt = new Date(at.getTime() + tookMs);
  if (finishedAt > books.now) return;
  const holdExpiresAt = new Date(at.getTime() + settlingMs);
  const id = seededId(name, at);
  const row = {
    ...{ id, userId, key: id, serviceSlug: service.slug, source: "web" as const, fingerprint: "seed" },
    ...{ inputBytes, ...outcome, quotedMilli: quoteMilli, durationMs: tookMs },
    ...{ chargedMilli: 0n, subscriptionMilli: 0n, paygMilli: 0n },
    ...{ createdAt: at, holdExpiresAt, finishedAt },
  };
  const settle = (answer: Answer) => {
    if (answer.outcome === "unknown_hold") return;
    const { balanceAfterMilli } = answer;
    const charge = answer.outcome === "settled" ? { balanceAfterMilli } : toCharge(answer);
    books.runs.push({ ...row, ...(outcome.status === "succeeded" ? charge : {}) });
  };
  if (quoteMilli === 0n) {
    books.steps.push({ at, userId, act: "settle", told: settle });
    return;
  }
  const key = `run:${id}`;
  const end = outcome.status === "succeeded" ? "capture" : "release";
  books.steps.push(
    {
      ...{ at, userId, act: "hold", key, reference: key, description: service.title },
      ...{ creditsMilli: quoteMilli, expiresAt: holdExpiresAt },
    },
    { at: finishedAt, userId, act: end, key, creditsMilli: quoteMilli, told: settle },
  );
}
