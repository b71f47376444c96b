import type { Stripe } from "@stripe/stripe-js";

export interface StripeJs {
  publishableKey: string;
  /** Where Stripe.js is loaded from, if not from Stripe. */
  scriptUrl: string | null;
}

function addScript(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error("Stripe.js could not be loaded."));
    };
    document.head.append(script);
  });
}

/** Loads Stripe.js when it is needed, and not before. A script that is there already is the one that is used. */
export async function loadStripeJs({ publishableKey, scriptUrl }: StripeJs): Promise<Stripe> {
  if (scriptUrl && !("Stripe" in window)) await addScript(scriptUrl);
  const { loadStripe } = await import("@stripe/stripe-js/pure");
  const stripe = await loadStripe(publishableKey);
  if (!stripe) throw new Error("Stripe.js is for browsers.");
  return stripe;
}
