import { grantCredits } from "@/lib/credits";
import type { GrantInput } from "@/lib/credits/types";
import { ensureCustomer } from "@/lib/customers";
import { savePaymentLots } from "@/lib/payments";
import { createUser } from "@/tests/factories/user";
import type { Shop } from "./shop";

interface PaidLot extends Pick<GrantInput, "effectiveAt" | "expiresAt"> {
  credits: number;
  costMinor: bigint;
}

interface PaymentOptions {
  amountMinor?: bigint;
  currency?: string;
  /** One of Stripe's names, for example `pm_card_refundFail`. */
  card?: string;
  /** One lot of 450 credits for all of the money if absent. */
  lots?: readonly PaidLot[];
}

/** What tests of refunds and disputes need of a shop: paid payments, admins, Stripe's own dashboard. */
export function returnsOf(shop: Shop) {
  /** A call of Stripe's API that our side knows nothing of, as somebody in its dashboard makes it. */
  async function inDashboard(path: string, params: Record<string, string>): Promise<{ id: string }> {
    const response = await fetch(`${shop.stripeUrl}/v1/${path}`, {
      method: "POST",
      headers: { authorization: "Bearer sk_test_shop" },
      body: new URLSearchParams(params),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return (await response.json()) as { id: string };
  }

  async function dispute(body: Record<string, unknown>): Promise<{ id: string }> {
    const response = await fetch(`${shop.stripeUrl}/_emulator/disputes`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as { id: string };
  }

  async function createAdmin() {
    const user = await createUser(shop.db, { role: "admin" });
    const actor = { kind: "user", userId: user.id, role: "admin", sessionId: user.id } as const;
    return { user, as: { ...shop.ctx, actor } };
  }

  /** Money that Stripe has, our payment row, and the lots it bought. */
  async function createPayment(options: PaymentOptions = {}) {
    const { amountMinor = 4_500n, currency = "usd", card = "pm_card_visa" } = options;
    const lots = options.lots ?? [{ credits: 450, costMinor: amountMinor }];
    const buyer = await shop.createBuyer();
    const userId = buyer.user.id;
    const intent = await inDashboard("payment_intents", {
      amount: amountMinor.toString(),
      currency,
      customer: await ensureCustomer(shop.ctx, userId),
      payment_method: card,
      confirm: "true",
      "automatic_payment_methods[enabled]": "true",
      "automatic_payment_methods[allow_redirects]": "never",
    });
    const { attempts } = await shop.ctx.payments.getPayment(intent.id);
    const now = shop.ctx.clock.now();
    const creditsMilli = BigInt(lots.reduce((sum, { credits }) => sum + credits, 0)) * 1000n;
    const payment = await shop.db.prisma.payment.create({
      data: {
        ...{ userId, kind: "purchase", status: "succeeded", description: "450 credits" },
        ...{ amountMinor, currency, creditsMilli, syncSeq: 0n },
        ...{ stripePaymentIntentId: intent.id, stripeChargeId: attempts[0]!.stripeChargeId },
        ...{ cardBrand: "visa", cardLast4: "4242" },
        ...{ paidAt: now, creditedAt: now, createdAt: now, updatedAt: now },
      },
    });
    const bought = lots.map(({ credits, costMinor, ...lot }, index) => ({
      lot,
      row: { lotKey: `pi:${intent.id}:${index}`, costMinor, creditsMilli: BigInt(credits) * 1000n },
    }));
    for (const { lot, row } of bought) {
      const { lotKey: key, costMinor, creditsMilli: amount } = row;
      const cost = { amountMinor: costMinor, currency };
      await grantCredits(shop.ctx, { ...lot, userId, key, creditsMilli: amount, kind: "payg", cost });
    }
    await savePaymentLots(
      shop.db,
      payment.id,
      bought.map(({ row }) => row),
    );
    const chargeId = attempts[0]!.stripeChargeId!;
    return { ...buyer, userId, paymentId: payment.id, intentId: intent.id, chargeId };
  }

  async function refundsInStripe({ intentId }: { intentId: string }): Promise<number> {
    const response = await fetch(`${shop.stripeUrl}/v1/refunds?payment_intent=${intentId}`, {
      headers: { authorization: "Bearer sk_test_shop" },
    });
    return ((await response.json()) as { data: unknown[] }).data.length;
  }

  return { inDashboard, dispute, createAdmin, createPayment, refundsInStripe };
}

export type PaidPayment = Awaited<ReturnType<ReturnType<typeof returnsOf>["createPayment"]>>;
