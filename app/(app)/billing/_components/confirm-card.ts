import type { Stripe, StripeElements } from "@stripe/stripe-js";
import { toDeclineWords } from "./decline-words";
import type { FailureWords } from "./failure-words";

type Confirmed =
  | { outcome: "saved"; setupIntentId: string }
  /** Stripe says at the field what is missing. */
  | { outcome: "incomplete" }
  | { outcome: "refused"; words: FailureWords };

interface Fields {
  stripe: Stripe;
  elements: StripeElements;
}

const notSaved = "It was not saved, and nothing was charged.";

/** Hands what was typed to Stripe; the bank may ask its owner meanwhile, in a dialog of Stripe's. */
export async function confirmCard({ stripe, elements }: Fields): Promise<Confirmed> {
  const { error: incomplete } = await elements.submit();
  if (incomplete) return { outcome: "incomplete" };
  const { error, setupIntent } = await stripe.confirmSetup({ elements, redirect: "if_required" });
  if (!error) return { outcome: "saved", setupIntentId: setupIntent.id };
  if (error.type === "validation_error") return { outcome: "incomplete" };
  const { code, decline_code: declineCode } = error;
  if (error.type === "card_error" || code === "setup_intent_authentication_failure") {
    const detail = `${toDeclineWords({ code, declineCode })} ${notSaved}`;
    return { outcome: "refused", words: { title: "This payment method was declined.", detail } };
  }
  return {
    outcome: "refused",
    words: { title: "Stripe could not save it.", detail: `${notSaved} Try again in a moment.` },
  };
}
