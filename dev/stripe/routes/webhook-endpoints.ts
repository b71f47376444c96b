import type Stripe from "stripe";
import { createEndpoint, deleteEndpoint } from "../engine/webhook-endpoints";
import { unset } from "../engine/field-values";
import { mergeMetadata } from "../engine/metadata";
import { type Engine } from "../engine/engine";
import { listPage, PAGING, type PagingParams } from "./list-route";
import { type Behaviour, route } from "./route";

export const webhookEndpointRoutes: Behaviour[] = [
  route<Stripe.WebhookEndpointCreateParams>(
    "POST /v1/webhook_endpoints",
    ["api_version", "description", "enabled_events", "metadata", "url"],
    ({ engine, params }) => createEndpoint(engine, params),
  ),
  route("GET /v1/webhook_endpoints/{id}", [], ({ engine, id }) => engine.require("webhook_endpoint", id)),
  route<Stripe.WebhookEndpointUpdateParams>(
    "POST /v1/webhook_endpoints/{id}",
    ["description", "disabled", "enabled_events", "metadata", "url"],
    ({ engine, params, id }) => update(engine, engine.require("webhook_endpoint", id), params),
  ),
  route("DELETE /v1/webhook_endpoints/{id}", [], ({ engine, id }) =>
    deleteEndpoint(engine, engine.require("webhook_endpoint", id)),
  ),
  route<PagingParams>("GET /v1/webhook_endpoints", PAGING, (call) => listPage(call, "webhook_endpoint", {})),
];

function update(
  engine: Engine,
  endpoint: Stripe.WebhookEndpoint,
  params: Stripe.WebhookEndpointUpdateParams,
) {
  const changes: Partial<Stripe.WebhookEndpoint> = {
    metadata: mergeMetadata(endpoint.metadata, params.metadata),
  };
  if (params.description !== undefined) changes.description = unset(params.description);
  if (params.enabled_events) changes.enabled_events = params.enabled_events;
  if (params.url) changes.url = params.url;
  if (params.disabled !== undefined) changes.status = params.disabled ? "disabled" : "enabled";
  return engine.update(endpoint, changes);
}
