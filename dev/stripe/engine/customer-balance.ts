import type Stripe from "stripe";
import { type Engine } from "./engine";

interface Movement {
  /** Negative: credit that later invoices use up. Positive: a debt that they add to what is due. */
  amount: number;
  type: Stripe.CustomerBalanceTransaction.Type;
  currency: string;
  invoice?: string;
  creditNote?: string;
  description?: string | null;
  metadata?: Record<string, string>;
}

/** Books a change of the customer's balance and returns its record. https://docs.stripe.com/billing/customer/balance */
export function moveBalance(
  engine: Engine,
  customerId: string,
  movement: Movement,
): Stripe.CustomerBalanceTransaction {
  const customer = engine.require("customer", customerId);
  const balance = customer.balance + movement.amount;
  const currency = customer.currency ?? movement.currency;
  return recordMovement(engine, engine.update(customer, { balance, currency }, "customer.updated"), movement);
}

/** The record alone, of a customer whose balance is already what it became. */
export function recordMovement(
  engine: Engine,
  customer: Stripe.Customer,
  movement: Movement,
): Stripe.CustomerBalanceTransaction {
  return engine.create("customer_balance_transaction", {
    amount: movement.amount,
    credit_note: movement.creditNote ?? null,
    currency: movement.currency,
    customer: customer.id,
    description: movement.description ?? null,
    ending_balance: customer.balance,
    invoice: movement.invoice ?? null,
    metadata: movement.metadata ?? {},
    type: movement.type,
  });
}

/** What the customer's balance adds to a bill in this currency; another currency leaves it alone. */
export function balanceIn(customer: Stripe.Customer, currency: string): number {
  return customer.currency === null || customer.currency === currency ? customer.balance : 0;
}
