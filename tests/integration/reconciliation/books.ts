import Stripe from "stripe";
import { startCheckout, startPlanCheckout } from "@/lib/checkout";
import { actingAs } from "@/lib/context";
import { getBalance } from "@/lib/credits";
import { findDifferences, repairDifference } from "@/lib/reconciliation";
import type { Difference, Repair } from "@/lib/reconciliation/types";
import { cards, payOnHostedPage } from "@/tests/setup/local-stripe-controls";
import type { Shop } from "@/tests/setup/shop";

export type Member = Awaited<ReturnType<Shop["createBuyer"]>>;

/** The shop's books as an operator sees them, and Stripe by its own SDK, as somebody at its dashboard would use it. */
export function openBooks(shop: Shop) {
  const ctx = actingAs(shop.ctx, { kind: "system", name: "test" });
  const { hostname, port } = new URL(shop.stripeUrl);
  const stripe = new Stripe("sk_test_shop", { host: hostname, port, protocol: "http", telemetry: false });
  const balance = async ({ user }: Member) =>
    Number((await getBalance(shop.ctx, user.id)).totalMilli) / 1_000;

  const customerOf = async ({ user }: Member): Promise<string> => {
    const row = await shop.db.prisma.billingCustomer.findUniqueOrThrow({ where: { userId: user.id } });
    return row.stripeCustomerId ?? "";
  };

  /** All differences of one member, or of everybody. */
  async function differences(member?: Member): Promise<Difference[]> {
    const found: Difference[] = [];
    for await (const difference of findDifferences(ctx)) found.push(difference);
    return member ? found.filter(({ userId }) => userId === member.user.id) : found;
  }

  const short = ({ object, kind, reason }: Difference) => `${object} ${kind} ${reason}`;

  return {
    ctx,
    stripe,
    balance,
    customerOf,
    differences,
    /** What differs, in few words. */
    summary: async (member: Member) => (await differences(member)).map(short),
    repair: (key: string, dryRun = false): Promise<Repair> => repairDifference(ctx, key, { dryRun }),
    async repairAll(member: Member): Promise<string[]> {
      const outcomes: string[] = [];
      for (const { key } of await differences(member))
        outcomes.push((await repairDifference(ctx, key)).outcome);
      return outcomes;
    },
    /** Nothing that happens in Stripe from now on is told to us. */
    loseWebhooks: () => shop.stripe.breakDeliveries({ drop: 100_000 }),
    async buyPack(member: Member, card: string = cards.ok): Promise<void> {
      const { url } = await startCheckout(member.as, { lookupKey: "pack_500" });
      await payOnHostedPage(url, card);
      await shop.settle();
    },
    async subscribe(member: Member, lookupKey = "plan_basic_month"): Promise<void> {
      const { url } = await startPlanCheckout(member.as, { lookupKey });
      await payOnHostedPage(url, cards.ok);
      await shop.settle();
    },
    paymentOf: ({ user }: Member) =>
      shop.db.prisma.payment.findFirstOrThrow({ where: { userId: user.id }, orderBy: { id: "desc" } }),
    sql: (text: string) => shop.db.sql({ name: "", text, values: [] }),
  };
}
