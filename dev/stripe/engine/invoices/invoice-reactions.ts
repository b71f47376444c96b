import { type WireInvoice } from "../../store/object-types";
import { type Engine } from "../engine";

/** What an invoice's fate means to the one who asked for it. Called in the transaction of the change itself. */
export interface InvoiceReactions {
  /** Paid, by money, balance or because nothing was due. */
  paid: (engine: Engine, invoice: WireInvoice) => void;
  /** An attempt failed, or waits for the customer to authenticate. */
  paymentFailed: (engine: Engine, invoice: WireInvoice, why: "declined" | "action_required") => void;
  /** The last retry failed: nothing more will be tried by itself. */
  exhausted: (engine: Engine, invoice: WireInvoice) => void;
  /** Voided or marked uncollectible. */
  closed: (engine: Engine, invoice: WireInvoice) => void;
}

const reactions: InvoiceReactions[] = [];

/** Subscriptions register once, when their module loads: invoices know nothing of them. */
export function reactToInvoices(reaction: InvoiceReactions): void {
  reactions.push(reaction);
}

export function tellInvoice<Fate extends keyof InvoiceReactions>(
  fate: Fate,
  ...args: Parameters<InvoiceReactions[Fate]>
): void {
  for (const reaction of reactions) (reaction[fate] as (...all: typeof args) => void)(...args);
}
