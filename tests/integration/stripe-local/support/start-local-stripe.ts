import Stripe from "stripe";
import { onTestFinished } from "vitest";
import { createLocalStripe, type LocalStripeOptions } from "@/dev/stripe/local-stripe";

export interface Running {
  stripe: Stripe;
  url: string;
  /** Calls a control under `/_emulator`. */
  control: <Answer = Record<string, unknown>>(method: string, path: string, body?: object) => Promise<Answer>;
  close: () => Promise<void>;
}

const FAST_RETRIES = { firstDelayMs: 20, factor: 1, longestDelayMs: 20, attempts: 20 };

/** A local Stripe on a free port with every check switched on, and the real SDK pointed at it. */
export async function startLocalStripe(options: LocalStripeOptions = {}): Promise<Running> {
  const local = await createLocalStripe({
    validate: "all",
    retries: FAST_RETRIES,
    redirectWaitMs: 10_000,
    ...options,
  });
  const url = await local.listen(0);
  let open = true;
  const close = async (): Promise<void> => {
    if (open) await local.close();
    open = false;
  };
  onTestFinished(close);
  return { stripe: sdkFor(url), url, control: controlsOf(url), close };
}

export function sdkFor(url: string, config: ConstructorParameters<typeof Stripe>[1] = {}): Stripe {
  const { hostname, port } = new URL(url);
  return new Stripe("sk_test_local", {
    host: hostname,
    port,
    protocol: "http",
    maxNetworkRetries: 0,
    ...config,
  });
}

export function controlsOf(url: string): Running["control"] {
  return async <Answer>(method: string, path: string, body?: object) => {
    const response = await fetch(`${url}/_emulator/${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { "content-type": "application/json" } } : {}),
    });
    if (!response.ok)
      throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer;
  };
}

/** What the SDK throws for a refused call. */
export async function refusal(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof Stripe.errors.StripeError) return error;
  throw new Error(`Expected the call to be refused, got ${String(error)}`);
}
