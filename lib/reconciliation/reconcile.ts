import type { AppContext } from "@/lib/context";
import { readOwners } from "./our-queries";
import { requireOperator, toSecond, type Span } from "./policy";
import { reconcilers } from "./reconcilers";
import type { Only, ReadingContext } from "./reconciler";
import {
  reconciledObjects,
  type Difference,
  type ReconciledObject,
  type Reconciliation,
  type ReconciliationProgress,
} from "./types";

type Context = ReadingContext & Pick<AppContext, "clock" | "actor">;

export interface ReconcileOptions {
  /** By default thirty days ago. */
  since?: Date | undefined;
  /** By default now. */
  until?: Date | undefined;
  /** Stripe's ids; all customers by default. */
  customers?: readonly string[] | undefined;
  /** After each batch, some hundred objects. */
  onProgress?: ((progress: ReconciliationProgress) => void) | undefined;
}

const lookBackMs = 30 * 86_400_000;
/** Stripe's clock may be ahead of ours. */
const skewMs = 5 * 60_000;

function windowOf({ since, until }: ReconcileOptions, now: Date): Span {
  return {
    since: toSecond(since ?? new Date(now.getTime() - lookBackMs)),
    until: toSecond(until ?? new Date(now.getTime() + skewMs)),
  };
}

async function toScopes({ db }: Context, customers: readonly string[] | undefined): Promise<(Only | null)[]> {
  if (!customers) return [null];
  const owners = await readOwners(db, customers);
  return customers.map((id) => ({ stripeCustomerId: id, userId: owners.get(id) ?? null }));
}

/** What was read at once, without differences that were told before. */
export interface ReadBatch {
  object: ReconciledObject;
  since: Date;
  compared: number;
  differences: Difference[];
  /** Nothing more comes of this kind of object. */
  ended: boolean;
}

/**
 * What `findDifferences` is made of, batch by batch; kinds of objects in `done` are left out.
 *
 * @throws ReconciliationForbidden, PaymentGatewayError
 */
export async function* readBatches(
  ctx: Context,
  { done = [], ...options }: ReconcileOptions & { done?: readonly string[] } = {},
): AsyncGenerator<ReadBatch, Span> {
  requireOperator(ctx.actor);
  const window = windowOf(options, ctx.clock.now());
  const [scopes, reported] = [await toScopes(ctx, options.customers), new Set<string>()];
  for (const object of reconciledObjects) {
    if (done.includes(object)) continue;
    let last = window.since;
    for (const only of scopes) {
      for await (const { since, compared, differences } of reconcilers[object].read(ctx, window, only)) {
        const unsaid = differences.filter(({ key }) => !reported.has(key) && reported.add(key));
        last = since;
        yield { object, since, compared, differences: unsaid, ended: false };
      }
    }
    yield { object, since: last, compared: 0, differences: [], ended: true };
  }
  return window;
}

/**
 * Compares what Stripe has with what we have, in both directions: subscriptions, invoices, payments, refunds and disputes
 * of a time, the credits that they brought or took, and besides, whatever its age, what has not come to its end. Changes
 * nothing. Memory is bounded by what lies in one day, or in a week of a longer time than a month.
 *
 * What is being processed right now may show as a difference; it is `waiting` then.
 *
 * @throws ReconciliationForbidden, PaymentGatewayError
 */
export async function* findDifferences(
  ctx: Context,
  options: ReconcileOptions = {},
): AsyncGenerator<Difference, { compared: number; window: Span }> {
  let [compared, found] = [0, 0];
  const reading = readBatches(ctx, options);
  for (;;) {
    const next = await reading.next();
    if (next.done) return { compared, window: next.value };
    const { object, since, differences, ended } = next.value;
    compared += next.value.compared;
    for (const difference of differences) {
      found += 1;
      yield difference;
    }
    if (!ended) options.onProgress?.({ object, since, compared, found });
  }
}

/**
 * `findDifferences` with what it found in one answer, as plain JSON.
 * @param options.limit how many differences to keep, by default 1,000; `found` counts the others, too
 */
export async function reconcile(
  ctx: Context,
  { limit = 1_000, ...options }: ReconcileOptions & { limit?: number | undefined } = {},
): Promise<Reconciliation> {
  const differences: Difference[] = [];
  let found = 0;
  const reading = findDifferences(ctx, options);
  for (;;) {
    const next = await reading.next();
    if (next.done) {
      const { compared, window } = next.value;
      const [since, until] = [window.since.toISOString(), window.until.toISOString()];
      return { compared, differences, found, since, until };
    }
    found += 1;
    if (differences.length < limit) differences.push(next.value);
  }
}
