import Stripe from "stripe";
import { paced, paceOf } from "./pace";

export interface StripeSettings {
  secretKey: string;
  webhookSecrets: readonly string[];
  /** A loopback address of the local Stripe; undefined means Stripe itself. */
  apiBase?: string | undefined;
  /** How long one try may take; by default long enough for Stripe's slowest answers, short enough to wait for. */
  timeoutMs?: number;
  /** Most calls of one endpoint that this process makes in any second; Stripe's own limit is somewhat above 20. */
  callsPerSecond?: number;
}

const maxNetworkRetries = 2;

/** The SDK knows no base address: it takes host, port and protocol apart. */
function address(apiBase: string | undefined) {
  if (!apiBase) return {};
  const { hostname, port, protocol } = new URL(apiBase);
  const secure = protocol === "https:";
  return {
    host: hostname,
    port: port || (secure ? "443" : "80"),
    protocol: secure ? ("https" as const) : ("http" as const),
  };
}

/** The only place where a client is made. The API version is the one that the SDK's types describe. */
export function createStripeClient({
  secretKey,
  apiBase,
  timeoutMs = 15_000,
  callsPerSecond = 18,
}: StripeSettings): Stripe {
  return new Stripe(secretKey, {
    httpClient: paced(Stripe.createNodeHttpClient(), paceOf(apiBase ?? "stripe", callsPerSecond)),
    apiVersion: Stripe.API_VERSION,
    timeout: timeoutMs,
    maxNetworkRetries,
    telemetry: false,
    appInfo: { name: "quickscale" },
    ...address(apiBase),
  });
}
