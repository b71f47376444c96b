import { plans } from "@/lib/catalog";
import { openStripe } from "./members";
import type { Bench } from "./stack";

const monthly = plans.find(({ key }) => key === "plan_basic")?.creditsPerMonth ?? 0;

/**
 * Holds every member's credits against what Stripe's paid invoices imply, by nothing but their count: each stands for a
 * month of Basic.
 * @returns customers whose credits are others
 */
export async function findWrongCredits(bench: Bench): Promise<string[]> {
  const paid = new Map<string, number>();
  const invoices = openStripe(bench).invoices.list({ status: "paid", limit: 100 });
  for await (const { customer } of invoices)
    if (typeof customer === "string") paid.set(customer, (paid.get(customer) ?? 0) + 1);
  const rows = await bench.ctx.db.sql<{ customer: string; granted: bigint }>({
    name: "bench-granted",
    text: `SELECT c.stripe_customer_id AS customer, coalesce(sum(l.amount_milli), 0)::bigint AS granted
      FROM stripe_customers c LEFT JOIN credit_lots l ON l.user_id = c.user_id GROUP BY 1`,
    values: [],
  });
  return rows
    .filter(({ customer, granted }) => granted !== BigInt((paid.get(customer) ?? 0) * monthly) * 1_000n)
    .map(({ customer }) => customer);
}
