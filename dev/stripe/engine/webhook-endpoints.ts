import type Stripe from "stripe";
import { invalidRequest } from "../server/stripe-error";
import { type Engine } from "./engine";
import { isHttpUrl } from "./http-url";
import { randomText } from "./ids";
import { mergeMetadata } from "./metadata";
import { type Store } from "../store/store";

/** https://docs.stripe.com/webhooks: an account has up to 16 endpoints; the stand-in is not that strict. */
export const MAX_ENDPOINTS = 100;

interface HiddenEndpoint {
  secret: string;
  /** It came from the command line and leaves with it. */
  givenAtStart?: true;
}

type EndpointParams = Pick<
  Stripe.WebhookEndpointCreateParams,
  "url" | "description" | "metadata" | "api_version"
> & {
  enabled_events: string[];
};

/** The answer to the creation is the only one that holds the signing secret. */
export function createEndpoint(engine: Engine, params: EndpointParams): Stripe.WebhookEndpoint {
  if (!isHttpUrl(params.url)) {
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
  const secret = `whsec_${randomText(32)}`;
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

/** The endpoint of the command line: one, which follows its address, so that what waits for it still arrives. */
export function ensureEndpoint(engine: Engine, { url, secret }: { url: string; secret: string }): void {
  const { objects } = engine.store;
  const given = objects
    .list("webhook_endpoint", { limit: MAX_ENDPOINTS })
    .data.find(({ id }) => objects.hidden<HiddenEndpoint>(id).givenAtStart);
  if (given) engine.update(given, { url });
  const id =
    given?.id ?? createEndpoint(engine, { url, enabled_events: ["*"], description: "Given at start" }).id;
  objects.saveHidden(id, { secret, givenAtStart: true } satisfies HiddenEndpoint);
}

export function deleteEndpoint(
  engine: Engine,
  { id }: Stripe.WebhookEndpoint,
): Stripe.DeletedWebhookEndpoint {
  const tombstone: Stripe.DeletedWebhookEndpoint = { id, object: "webhook_endpoint", deleted: true };
  engine.store.objects.bury(id, tombstone);
  return tombstone;
}

/** The signing secret, which the API shows only once. */
export function secretOf({ objects }: Store, endpoint: string): string {
  return objects.hidden<HiddenEndpoint>(endpoint).secret ?? "";
}
