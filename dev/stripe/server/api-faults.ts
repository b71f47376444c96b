import { StripeError } from "./stripe-error";

/** `500_kept`: nothing is done, and the error is repeated under the call's idempotency key, as Stripe does for a day. */
export type ApiFaultKind = "429" | "500" | "500_kept" | "timeout_before" | "timeout_after";

export interface ApiFault {
  kind: ApiFaultKind;
  /** How many more calls it will hit. */
  count: number;
  /** Only this route (`POST /v1/checkout/sessions`); any when absent. */
  route?: string | undefined;
}

/** Misbehaviour on request: what an integration must survive and a test cannot otherwise provoke. */
export class ApiFaults {
  #faults: ApiFault[] = [];

  add(fault: ApiFault): void {
    this.#faults.push({ ...fault });
  }

  clear(): void {
    this.#faults = [];
  }

  get pending(): ApiFault[] {
    return this.#faults.map((fault) => ({ ...fault }));
  }

  /** Uses up one hit of the first fault that applies to the route. */
  take(route: string): ApiFaultKind | null {
    const fault = this.#faults.find(
      (candidate) => candidate.route === undefined || candidate.route === route,
    );
    if (!fault) return null;
    fault.count -= 1;
    if (fault.count <= 0) this.#faults = this.#faults.filter((candidate) => candidate !== fault);
    return fault.kind;
  }
}

export function faultError(kind: "429" | "500"): StripeError {
  if (kind === "500")
    return new StripeError(500, { type: "api_error", message: "An unknown error occurred." });
  return new StripeError(429, {
    type: "invalid_request_error",
    code: "rate_limit",
    message:
      "Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.",
  });
}
