import type { Route } from "next";
import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";

const refundParsers = {
  /** As it was typed; nothing is previewed without. */
  amount: parseAsString,
  credits: parseAsStringLiteral(["claw_back", "keep"]).withDefault("claw_back"),
  /** The refund that was asked for a moment ago. */
  done: parseAsString,
};

export const loadRefundSearch = createLoader(refundParsers);
const serialize = createSerializer<typeof refundParsers, string, Route>(refundParsers);

export const toRefundHref = (paymentId: string, search: Parameters<typeof serialize>[1] = {}): Route =>
  serialize(`/admin/payments/${paymentId}/refund`, search);
