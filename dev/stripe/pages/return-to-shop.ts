import type Stripe from "stripe";
import { type LocalResponse, redirect } from "../server/messages";
import { messagePage } from "./message-page";

type Intent = Stripe.PaymentIntent | Stripe.SetupIntent;

/**
 * Sends the owner back to where the integration said, with the outcome in the address.
 * https://docs.stripe.com/payments/3d-secure/authentication-flow
 */
export function returnToShop(waiting: Intent, succeeded: boolean): LocalResponse {
  const target = waiting.next_action?.redirect_to_url?.return_url;
  if (!target) {
    const title = succeeded ? "Approved" : "Not approved";
    return messagePage({ title, text: "You may close this page.", script: "authentication-done" });
  }
  const url = new URL(target);
  url.searchParams.set(waiting.object, waiting.id);
  url.searchParams.set(`${waiting.object}_client_secret`, waiting.client_secret ?? "");
  url.searchParams.set("redirect_status", succeeded ? "succeeded" : "failed");
  return redirect(url.href);
}
