import type Stripe from "stripe";
import { invalidRequest } from "../server/stripe-error";
import { type WireEvent } from "../store/object-types";
import { type Engine } from "../engine/engine";
import { listPage, PAGING, type PagingParams } from "./list-route";
import { type Behaviour, route } from "./route";

/** https://docs.stripe.com/api/events/list: `types` holds up to 20 names. */
const MAX_TYPES = 20;

export const eventRoutes: Behaviour[] = [
  route("GET /v1/events/{id}", [], ({ engine, id }) => withPendingCount(engine, engine.require("event", id))),
  route<Stripe.EventListParams & PagingParams>(
    "GET /v1/events",
    [...PAGING, "created", "type", "types"],
    (call) => {
      const { created, type, types } = call.params;
      if (type && types) {
        throw invalidRequest("You may only specify one of these parameters: type, types.", {
          code: "parameters_exclusive",
        });
      }
      if (types && types.length > MAX_TYPES) {
        throw invalidRequest(`You may only specify up to ${MAX_TYPES} event types.`, { param: "types" });
      }
      const wanted = types ?? (type ? [type] : undefined);
      const exact = wanted?.every((name) => !name.includes("*"));
      const page = listPage(call, "event", {
        where: { type: exact ? wanted : undefined },
        ...(wanted && !exact ? { like: { field: "type", patterns: wanted } } : {}),
        ...(created === undefined ? {} : { created }),
      }) as { data: WireEvent[] };
      return { ...page, data: page.data.map((event) => withPendingCount(call.engine, event)) };
    },
  ),
];

function withPendingCount(engine: Engine, event: WireEvent): WireEvent {
  return { ...event, pending_webhooks: engine.store.deliveries.openCount(event.id) };
}
