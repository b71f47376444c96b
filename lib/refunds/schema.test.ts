import { expect, test } from "vitest";
import { previewRefundSchema, requestRefundSchema } from "./schema";

const paymentId = "01890000-0000-7000-8000-000000000000";
const input = { paymentId, credits: "claw_back", reason: "duplicate" };

test("an amount is whole minor units; without one it is all that is left", () => {
  expect(previewRefundSchema.parse({ ...input, amountMinor: "1500" }).amountMinor).toBe(1_500n);
  expect(requestRefundSchema.parse(input)).toEqual(input);
  expect(requestRefundSchema.parse({ ...input, reason: null, note: "  asked  " })).toMatchObject({
    note: "asked",
  });
});

test.each([
  { amountMinor: "15.00" },
  { amountMinor: "1e3" },
  { amountMinor: "-1" },
  { amountMinor: "0" },
  { amountMinor: "ten" },
  { currency: "USD" },
  { paymentId: "1 OR 1=1" },
  { refundId: "again" },
  { credits: "double" },
  { reason: "because" },
  { note: "x".repeat(501) },
])("refused: %o", (bad) => {
  expect(requestRefundSchema.safeParse({ ...input, ...bad }).success).toBe(false);
});
