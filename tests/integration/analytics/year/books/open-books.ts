import type { Year } from "../open-year";
import { readPlanBooks } from "./plans";
import { readLedger } from "./read-ledger";
import { readPeople } from "./read-people";
import { readStripe } from "./read-stripe";

/** Everything that the answers are computed from, read once. */
export async function openBooks({ stripe, shop }: Year) {
  const { db } = shop;
  return {
    now: shop.ctx.clock.now(),
    stripe: await readStripe(stripe),
    plans: await readPlanBooks(stripe, db),
    ledger: await readLedger(db),
    ...(await readPeople(db)),
  };
}

export type Books = Awaited<ReturnType<typeof openBooks>>;
