import type Stripe from "stripe";
import { type Engine } from "../engine";
import { idOf } from "../field-values";

/** What Stripe takes for a dispute in the account's currency, in its smallest unit. https://stripe.com/pricing */
const DISPUTE_FEE = 1500;

/** Takes the disputed amount and the fee off the balance. */
export function withdrawFunds(engine: Engine, dispute: Stripe.Dispute): Stripe.Dispute {
  return book(engine, dispute, {
    event: "charge.dispute.funds_withdrawn",
    sign: -1,
    description: `Chargeback withdrawal for ${idOf(dispute.charge) ?? ""}`,
    category: "dispute",
  });
}

/** Gives back what was withdrawn, fee included. https://docs.stripe.com/testing#evidence */
export function reinstateFunds(engine: Engine, dispute: Stripe.Dispute): Stripe.Dispute {
  return book(engine, dispute, {
    event: "charge.dispute.funds_reinstated",
    sign: 1,
    description: `Chargeback reversal for ${idOf(dispute.charge) ?? ""}`,
    category: "dispute_reversal",
  });
}

interface Booking {
  event: string;
  sign: 1 | -1;
  description: string;
  category: string;
}

function book(engine: Engine, dispute: Stripe.Dispute, booking: Booking): Stripe.Dispute {
  const amount = booking.sign * dispute.amount;
  const fee = -booking.sign * DISPUTE_FEE;
  const transaction = engine.create("balance_transaction", {
    amount,
    available_on: engine.now,
    balance_type: "payments",
    currency: dispute.currency,
    description: booking.description,
    fee,
    fee_details: [
      {
        amount: fee,
        application: null,
        currency: dispute.currency,
        description: "Dispute fee",
        type: "stripe_fee",
      },
    ],
    net: amount - fee,
    reporting_category: booking.category,
    source: dispute.id,
    status: "available",
    type: "adjustment",
  });
  return engine.update(
    dispute,
    { balance_transactions: [...dispute.balance_transactions, transaction] },
    booking.event,
  );
}
