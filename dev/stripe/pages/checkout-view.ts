import type Stripe from "stripe";
import { type WireLineItem } from "../store/object-types";
import { type CardForm, type FormProblems } from "./card-form";

/** Whether the page asks for a card: to pay, to keep, or for what comes after a trial. */
export function takesCard(session: Stripe.Checkout.Session): boolean {
  if (session.amount_total !== 0) return true;
  return session.mode === "subscription" && session.payment_method_collection === "always";
}

/** What the checkout page shows. */
export interface CheckoutView {
  session: Stripe.Checkout.Session;
  items: WireLineItem[];
  form: CardForm;
  problems: FormProblems;
  /** Why the last attempt failed. */
  alert: string | null;
  /** The integration knows the buyer, who then cannot change the address. */
  emailIsFixed: boolean;
  /** When a trial ends; null without one. */
  trialEndsAt: number | null;
  /** The promotion code that was typed and refused, and why. */
  refusedCode?: RefusedCode | null;
}

export interface RefusedCode {
  typed: string;
  problem: string;
}
