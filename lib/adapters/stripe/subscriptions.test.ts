import { expect, test } from "vitest";
import { answeringStripe } from "@/tests/fakes/answering-stripe";
import { subscriptionMethods } from "./subscriptions";

const date = 1_900_000_000;

test.each([
  {
    end: "at its period's end",
    cancel_at: date,
    cancel_at_period_end: true,
    asked: "cancel_at_period_end=false",
  },
  {
    end: "at a date, as Stripe's portal plans it",
    cancel_at: date,
    cancel_at_period_end: false,
    asked: "cancel_at=",
  },
  { end: "never", cancel_at: null, cancel_at_period_end: false, asked: null },
])("a subscription that was to end $end goes on", async ({ cancel_at, cancel_at_period_end, asked }) => {
  const found = { id: "sub_1", object: "subscription", cancel_at, cancel_at_period_end };
  const { stripe, calls } = answeringStripe({
    "GET /v1/subscriptions/sub_1": found,
    "POST /v1/subscriptions/sub_1": found,
  });
  await subscriptionMethods(stripe).continueAfterPeriodEnd("sub_1");
  const changes = calls.filter(({ endpoint }) => endpoint.startsWith("POST"));
  expect(changes.map(({ body }) => body.toString())).toEqual(asked === null ? [] : [asked]);
});
