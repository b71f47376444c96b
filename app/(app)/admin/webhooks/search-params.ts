import type { Route } from "next";
import {
  createLoader,
  createSerializer,
  parseAsString,
  parseAsStringLiteral,
  parseAsNumberLiteral,
  type inferParserType,
} from "nuqs/server";
import { parseAsDay } from "@/components/forms/parse-as-day";
import { eventStatuses, replaySizes, type EventFilter } from "@/lib/stripe-events/schema";

const filterParsers = {
  status: parseAsStringLiteral(eventStatuses),
  type: parseAsString,
  object: parseAsString,
  from: parseAsDay,
  to: parseAsDay,
};
const listParsers = { ...filterParsers, before: parseAsString, after: parseAsString };
const replayParsers = { ...filterParsers, size: parseAsNumberLiteral(replaySizes).withDefault(200) };

type Filter = inferParserType<typeof filterParsers>;

export const loadWebhookSearch = createLoader(listParsers);
export const loadReplaySearch = createLoader(replayParsers);
const toList = createSerializer<typeof listParsers, string, Route>(listParsers);
const toReplay = createSerializer<typeof replayParsers, string, Route>(replayParsers);

export const toWebhooksHref = (search: Parameters<typeof toList>[1]): Route =>
  toList("/admin/webhooks", search);
export const toReplayHref = (search: Parameters<typeof toReplay>[1]): Route =>
  toReplay("/admin/webhooks/replay", search);

const dayMs = 86_400_000;

/** The object may be any that Stripe names, the customer too; days are UTC and whole. */
export function toEventFilter({ status, type, object, from, to }: Filter): EventFilter {
  const id = object?.trim();
  const isPart = /^\w{1,200}$/.test(id ?? "");
  const isType = /^[\w.]{1,200}$/.test(type?.trim() ?? "");
  return {
    ...(status ? { statuses: [status] } : {}),
    ...(type?.trim() ? { types: [isType ? type.trim() : "nothing"] } : {}),
    ...(id && isPart && id.startsWith("cus_") ? { stripeCustomerId: id } : {}),
    ...(id && isPart && id.startsWith("evt_") ? { ids: [id] } : {}),
    ...(id && !(isPart && /^(cus|evt)_/.test(id)) ? { objectId: isPart ? id : "nothing" } : {}),
    ...(from ? { since: from } : {}),
    ...(to ? { until: new Date(to.getTime() + dayMs) } : {}),
  };
}
