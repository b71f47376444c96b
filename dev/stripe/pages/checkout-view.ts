import type Stripe from "stripe";
import { type WireLineItem } from "../store/object-types";
import { type CardForm, type FormProblems } from "./card-form";

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
}
