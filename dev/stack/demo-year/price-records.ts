import type { ImportBody } from "@/dev/stripe/engine/import/import-records";
import type { Db } from "@/lib/db";
import { inSeconds } from "./plan-records";
import type { Seeded } from "./read-seeded";

interface Prices {
  /** What the local Stripe calls a price of the story. */
  priceOf: (stripePriceId: string) => string;
  /** Those that only the story has, such as the ones in euro. */
  records: NonNullable<ImportBody["prices"]>;
}

const named = /^price_seed_(.+?)(_eur)?$/;

/** The catalogue's prices stand for those of the story; a plan in another currency has a price of its own. */
export async function readPrices({ prisma }: Db, people: readonly Seeded[]): Promise<Prices> {
  const rows = await prisma.catalogPrice.findMany();
  const sold = new Map(rows.filter(({ active }) => active).map((row) => [row.lookupKey, row]));
  const plans = people.flatMap(({ subscriptions }) => subscriptions);
  const records = new Map<string, Prices["records"][number]>();
  for (const { stripePriceId: id, currency, amountMinor, startedAt } of plans) {
    const [, lookupKey, other] = named.exec(id) ?? [];
    const like = sold.get(lookupKey ?? "");
    if (!other || !like) continue;
    const { stripeProductId: product, interval } = like;
    const created = Math.min(inSeconds(startedAt), records.get(id)?.created ?? Infinity);
    records.set(id, { id, product, interval, currency, unit_amount: Number(amountMinor), created });
  }
  const priceOf = (id: string) => {
    if (records.has(id)) return id;
    const old = rows.find(({ stripePriceId }) => stripePriceId === id);
    if (old?.active) return id;
    const same = rows.find(
      ({ active, lookupKey, stripeProductId, interval }) =>
        active && lookupKey && stripeProductId === old?.stripeProductId && interval === old.interval,
    );
    return (same ?? sold.get(named.exec(id)?.[1] ?? ""))?.stripePriceId ?? id;
  };
  return { priceOf, records: [...records.values()] };
}
