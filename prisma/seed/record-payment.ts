import type { GrantInput } from "@/lib/credits/types";
import { grantCredits } from "@/lib/credits";
import { issueReceipt } from "@/lib/documents";
import { savePaymentLots } from "@/lib/payments";
import { seededId } from "./seeded-id";
import type { StoryContext } from "./story";

interface PaymentStory {
  userId: string;
  /** Unique in the seed; part of every id that Stripe would have given. */
  name: string;
  kind: "purchase" | "subscription";
  description: string;
  credits: number;
  amountMinor: bigint;
  currency: string;
  card: { brand: string; last4: string };
  /** Tries that the bank refused, in order, each some minutes before the payment. */
  declines?: readonly Decline[];
  /** False: all tries were refused and the customer gave up. */
  paid?: boolean;
  grant: Pick<GrantInput, "key" | "kind" | "expiresAt">;
}

export interface Decline {
  code: string;
  declineCode: string;
  message: string;
}

const minute = 60_000;

/** A payment as it would stand in our rows, with its tries, its receipt and the credits that it brought. */
export async function recordPayment(ctx: StoryContext, story: PaymentStory): Promise<void> {
  const { userId, name, kind, description, amountMinor, currency, card, declines = [], paid = true } = story;
  const at = ctx.clock.now();
  const id = seededId(name, at);
  const creditsMilli = BigInt(story.credits) * 1000n;
  const last = paid ? null : declines.at(-1);
  await ctx.db.prisma.payment.create({
    data: {
      ...{ id, userId, kind, description, amountMinor, currency, creditsMilli },
      status: paid ? "succeeded" : "failed",
      stripePaymentIntentId: `pi_seed_${name}`,
      stripeChargeId: `ch_seed_${name}_${declines.length + (paid ? 0 : -1)}`,
      ...{ cardBrand: card.brand, cardLast4: card.last4 },
      ...{ failureCode: last?.code, declineCode: last?.declineCode, failureMessage: last?.message },
      ...{
        paidAt: paid ? at : null,
        creditedAt: paid ? at : null,
        syncSeq: 0n,
        createdAt: at,
        updatedAt: at,
      },
      attempts: { create: toAttempts(story, at) },
    },
    select: { id: true },
  });
  if (!paid) return;
  await grantCredits(ctx, {
    ...{ userId, ...story.grant, creditsMilli, description },
    cost: { amountMinor, currency },
    reference: `payment:${id}`,
  });
  const lot = { lotKey: story.grant.key, costMinor: amountMinor, creditsMilli };
  await savePaymentLots(ctx.db, id, [lot]);
  await issueReceipt(ctx, ctx.db, { paymentId: id });
}

function toAttempts(
  { name, amountMinor, currency, card, declines = [], paid = true }: PaymentStory,
  at: Date,
) {
  const tries: (Decline | null)[] = paid ? [...declines, null] : [...declines];
  return tries.map((decline, index) => ({
    ...{ attemptKey: `ch_seed_${name}_${index}`, stripeChargeId: `ch_seed_${name}_${index}` },
    status: decline ? ("failed" as const) : ("succeeded" as const),
    ...{ amountMinor, currency, cardBrand: card.brand, cardLast4: card.last4 },
    ...{ failureCode: decline?.code, declineCode: decline?.declineCode, failureMessage: decline?.message },
    attemptedAt: new Date(at.getTime() - (tries.length - 1 - index) * 3 * minute),
  }));
}
