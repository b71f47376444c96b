import type Stripe from "stripe";
import { invalidRequest } from "../server/stripe-error";
import { type Engine } from "./engine";
import { randomText } from "./ids";
import { mergeMetadata } from "./metadata";

interface HiddenEndpoint {
  secret: string;
}

type EndpointParams = Pick<
  Stripe.WebhookEndpointCreateParams,
  "url" | "description" | "metadata" | "api_version"
> & {
  enabled_events: string[];
};

/** The answer to the creation is the only one that holds the signing secret. */
export function createEndpoint(
  engine: Engine,
  params: EndpointParams,
  secret = `whsec_${randomText(32)}`,
): Stripe.WebhookEndpoint {
  if (!URL.canParse(params.url) || !/^https?:$/.test(new URL(params.url).protocol)) {
    throw invalidRequest("Invalid URL: An explicit scheme (such as https) must be provided.", {
      code: "url_invalid",
      param: "url",
    });
  }
  if (params.enabled_events.length === 0) {
    throw invalidRequest("Missing required param: enabled_events.", {
      code: "parameter_missing",
      param: "enabled_events",
    });
  }
  const hidden: HiddenEndpoint = { secret };
  const endpoint = engine.create(
    "webhook_endpoint",
    {
      api_version: params.api_version ?? null,
      description: params.description || null,
      enabled_events: params.enabled_events,
      metadata: mergeMetadata({}, params.metadata),
      status: "enabled",
      url: params.url,
    },
    hidden,
  );
  return { ...endpoint, secret };
}

/** The endpoint given on the command line: one per URL, with the secret its owner chose. */
export function ensureEndpoint(engine: Engine, { url, secret }: { url: string; secret: string }): void {
  const existing = engine.store.objects.findBy("webhook_endpoint", "url", url);
  if (!existing)
    createEndpoint(engine, { url, enabled_events: ["*"], description: "Given at start" }, secret);
  else engine.store.objects.saveHidden(existing.id, { secret } satisfies HiddenEndpoint);
}

export function secretOf(engine: Pick<Engine, "store">, endpoint: string): string {
  return engine.store.objects.hidden<HiddenEndpoint>(endpoint).secret ?? "";
}
