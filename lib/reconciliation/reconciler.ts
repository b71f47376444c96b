import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { compareBatch, type Item } from "./compare-batch";
import type { Matter } from "./matter";
import { firstId, pageSize, readOurs, type Choice, type OurRow } from "./our-queries";
import { spansOf, type Span } from "./policy";
import type { Difference, ReconciledObject } from "./types";

export type ReadingContext = Pick<AppContext, "db" | "payments">;

/** One customer's objects alone; `userId` is null when nobody of ours is that customer. */
export interface Only {
  stripeCustomerId: string;
  userId: string | null;
}

interface Batch {
  since: Date;
  compared: number;
  differences: Difference[];
}

/** An object as Stripe has it, to be compared with our rows as often as wanted. */
export interface Examined {
  there: unknown;
  stripeCustomerId: string | null;
  differences(db: Db): Promise<Difference[]>;
}

export interface Reconciler {
  object: ReconciledObject;
  /** Both directions over a window, batch by batch. */
  read(ctx: ReadingContext, window: Span, only: Only | null): AsyncIterable<Batch>;
  /** One object alone. */
  examine(ctx: ReadingContext, id: string): Promise<Examined>;
}

const batchSize = 100;

async function* inBatches<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Rows of ours, page by page. */
async function* ourPages<Ours extends OurRow>(
  db: Db,
  { source }: Pick<Matter<never, Ours>, "source">,
  choice: (after: string) => Choice,
): AsyncGenerator<Ours[]> {
  for (let after = firstId; ;) {
    const rows = await readOurs<Ours>(db, source, choice(after));
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    after = last.id;
  }
}

interface Reading<There, Ours extends OurRow> {
  ctx: ReadingContext;
  matter: Matter<There, Ours>;
  window: Span;
  only: Only | null;
}

async function compare<There, Ours extends OurRow>(
  { ctx, matter }: Reading<There, Ours>,
  since: Date,
  items: Item<There>[],
): Promise<Batch> {
  const found = items.flatMap(({ there }) => there ?? []);
  const completed = matter.complete ? await matter.complete(ctx.db, found) : found;
  const known = completed.map((there) => ({ id: matter.idOf(there), there }));
  const missing = items.filter(({ there }) => there === null);
  const differences = await compareBatch(ctx.db, matter, [...known, ...missing]);
  return { since, compared: items.length, differences };
}

/** Our rows that Stripe's list did not name are asked for one by one: a list goes by other times than our rows. */
async function* lookUpEach<There, Ours extends OurRow>(
  reading: Reading<There, Ours>,
  since: Date,
  rows: readonly Ours[],
): AsyncGenerator<Batch> {
  const { ctx, matter } = reading;
  for (let from = 0; from < rows.length; from += batchSize) {
    const items: Item<There>[] = [];
    for (const { stripeId: id } of rows.slice(from, from + batchSize))
      items.push({ id, there: await matter.lookUp(ctx.payments, id) });
    yield await compare(reading, since, items);
  }
}

async function* readSpan<There, Ours extends OurRow>(
  reading: Reading<There, Ours>,
  span: Span,
): AsyncGenerator<Batch> {
  const { ctx, matter, window, only } = reading;
  const seen = new Set<string>();
  const range = { ...span, stripeCustomerId: only?.stripeCustomerId };
  for await (const batch of inBatches(matter.list(ctx.payments, range, window))) {
    const items = batch.map((there) => ({ id: matter.idOf(there), there }));
    for (const { id } of items) seen.add(id);
    yield await compare(reading, span.since, items);
  }
  if (only && !only.userId) return;
  const userId = only?.userId ?? null;
  for await (const rows of ourPages(ctx.db, matter, (after) => ({ by: "time", ...span, userId, after }))) {
    const unseen = rows.filter(({ stripeId }) => !seen.has(stripeId));
    yield* lookUpEach(reading, span.since, unseen);
  }
}

async function* readOpen<There, Ours extends OurRow>(reading: Reading<There, Ours>): AsyncGenerator<Batch> {
  const { ctx, matter, window, only } = reading;
  if (only && !only.userId) return;
  const userId = only?.userId ?? null;
  const choice = (after: string): Choice => ({ by: "open", before: window.since, userId, after });
  for await (const rows of ourPages(ctx.db, matter, choice)) yield* lookUpEach(reading, window.since, rows);
}

export function toReconciler<There, Ours extends OurRow>(matter: Matter<There, Ours>): Reconciler {
  return {
    object: matter.object,
    async *read(ctx, window, only) {
      const reading = { ctx, matter, window, only };
      const spans = only ? [window] : await (matter.spans?.(ctx.db, window) ?? spansOf(window));
      for (const span of spans) yield* readSpan(reading, span);
      yield* readOpen(reading);
    },
    async examine(ctx, id) {
      const there = await matter.lookUp(ctx.payments, id);
      const [completed = null] = there && matter.complete ? await matter.complete(ctx.db, [there]) : [there];
      return {
        there: completed,
        stripeCustomerId: completed && matter.customerOf(completed),
        differences: (db) => compareBatch(db, matter, [{ id, there: completed }]),
      };
    },
  };
}
