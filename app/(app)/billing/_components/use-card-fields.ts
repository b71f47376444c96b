"use client";

import type { Stripe, StripeElements } from "@stripe/stripe-js";
import { useEffect, useState, type RefObject } from "react";
import { v4 as newAttemptId } from "uuid";
import type { ActionFailure } from "@/lib/actions/types";
import { beginAddingAction } from "../_actions/begin-adding";
import { ask } from "./ask";
import { elementAppearance } from "./element-appearance";
import { loadStripeJs, type StripeJs } from "./load-stripe-js";

export type CardFields =
  | { status: "loading" }
  | { status: "ready"; stripe: Stripe; elements: StripeElements }
  | { status: "failed"; failure: ActionFailure };

const notLoaded: ActionFailure = { code: "payments.unavailable", meta: {} };

/** Stripe's fields in `place`, which exist from the moment the form is shown until it is closed. */
export function useCardFields(stripeJs: StripeJs, place: RefObject<HTMLDivElement | null>): CardFields {
  const [fields, setFields] = useState<CardFields>({ status: "loading" });
  const [attemptId] = useState(() => newAttemptId());
  const { publishableKey, scriptUrl } = stripeJs;

  useEffect(() => {
    const closed = new AbortController();
    const fail = (failure: ActionFailure) => setFields({ status: "failed", failure });
    async function show() {
      const [stripe, begun] = await Promise.all([
        loadStripeJs({ publishableKey, scriptUrl }),
        ask(beginAddingAction({ attemptId })),
      ]);
      if (closed.signal.aborted || !place.current) return;
      const clientSecret = begun.data?.clientSecret;
      if (!clientSecret) {
        fail(begun.failure ?? notLoaded);
        return;
      }
      const elements = stripe.elements({ clientSecret, appearance: elementAppearance() });
      const element = elements.create("payment", { wallets: { applePay: "never", googlePay: "never" } });
      element.on("ready", () => setFields({ status: "ready", stripe, elements }));
      element.on("loaderror", () => fail(notLoaded));
      element.mount(place.current);
      closed.signal.addEventListener("abort", () => element.destroy());
    }
    show().catch(() => {
      if (!closed.signal.aborted) fail(notLoaded);
    });
    return () => closed.abort();
  }, [attemptId, place, publishableKey, scriptUrl]);

  return fields;
}
