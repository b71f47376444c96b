import type Stripe from "stripe";
import { expect, it } from "vitest";
import { intentOf, paidInvoice, startInvoicing } from "./support/start-invoicing";
import { refusal, type Running } from "./support/start-local-stripe";

async function refunded(
  card: string,
  amount: number,
): Promise<Pick<Running, "stripe"> & { invoice: string; refund: string; later: () => Promise<void> }> {
  const invoicing = await startInvoicing(card);
  const { stripe } = invoicing;
  const { id: invoice } = await paidInvoice(invoicing, 5000);
  const intent = await intentOf(stripe, invoice);
  const { id: refund } = await stripe.refunds.create({ payment_intent: intent.id, amount });
  return { stripe, invoice, refund, later: () => invoicing.advance(60) };
}

const linked = (
  invoice: string,
  amount: number,
  refunds: Stripe.CreditNoteCreateParams.Refund[],
): Stripe.CreditNoteCreateParams => ({ invoice, amount, refunds });

it("links a refund to notes up to its own amount (https://docs.stripe.com/api/credit_notes/create#create_credit_note-refunds)", async () => {
  const { stripe, invoice, refund } = await refunded("pm_card_visa", 1000);
  await stripe.creditNotes.create(linked(invoice, 600, [{ refund, amount_refunded: 600 }]));
  const whole = stripe.creditNotes.create(linked(invoice, 1000, [{ refund }]));
  expect(await refusal(whole)).toMatchObject({ statusCode: 400, param: "refunds[0][refund]" });
  const rest = await stripe.creditNotes.create(linked(invoice, 400, [{ refund, amount_refunded: 400 }]));
  expect(rest.refunds).toMatchObject([{ refund, amount_refunded: 400 }]);
  const more = stripe.creditNotes.create(linked(invoice, 1, [{ refund, amount_refunded: 1 }]));
  expect((await refusal(more)).param).toBe("refunds[0][refund]");
  expect((await stripe.creditNotes.list({ invoice })).data).toHaveLength(2);
});

it("counts the rows of one call together [from knowledge]", async () => {
  const { stripe, invoice, refund } = await refunded("pm_card_visa", 1000);
  const twice = linked(invoice, 1400, [
    { refund, amount_refunded: 700 },
    { refund, amount_refunded: 700 },
  ]);
  const error = await refusal(stripe.creditNotes.create(twice));
  expect(error).toMatchObject({ statusCode: 400, param: "refunds[1][refund]" });
  expect((await stripe.creditNotes.list({ invoice })).data).toEqual([]);
});

it("does not link the refund that another note made [from knowledge]", async () => {
  const invoicing = await startInvoicing();
  const { stripe } = invoicing;
  const { id: invoice } = await paidInvoice(invoicing, 5000);
  const first = await stripe.creditNotes.create({ invoice, amount: 900, refund_amount: 900 });
  const refund = first.refunds[0]?.refund as string;
  const again = stripe.creditNotes.create(linked(invoice, 900, [{ refund }]));
  expect((await refusal(again)).param).toBe("refunds[0][refund]");
});

it("does not link a refund that failed (https://docs.stripe.com/refunds#failed-refunds)", async () => {
  const { stripe, invoice, refund, later } = await refunded("pm_card_refundFail", 1000);
  await later();
  expect((await stripe.refunds.retrieve(refund)).status).toBe("failed");
  const error = await refusal(stripe.creditNotes.create(linked(invoice, 1000, [{ refund }])));
  expect(error).toMatchObject({ statusCode: 400, param: "refunds[0][refund]" });
  expect(error.message).toContain("failed");
});

it.each([
  ["credit_amount", { credit_amount: -500, out_of_band_amount: 1500 }],
  ["refund_amount", { refund_amount: -500, credit_amount: 1500 }],
  ["out_of_band_amount", { out_of_band_amount: -500, credit_amount: 1500 }],
])(
  "refuses a negative %s (https://docs.stripe.com/api/credit_notes/create)",
  async (param, parts: Partial<Stripe.CreditNoteCreateParams>) => {
    const invoicing = await startInvoicing();
    const { stripe } = invoicing;
    const { id: invoice } = await paidInvoice(invoicing, 5000);
    const error = await refusal(stripe.creditNotes.create({ invoice, amount: 1000, ...parts }));
    expect(error).toMatchObject({ statusCode: 400, code: "parameter_invalid_integer", param });
    expect((await stripe.creditNotes.list({ invoice })).data).toEqual([]);
  },
);

it("refuses a negative share of a refund [from knowledge]", async () => {
  const { stripe, invoice, refund } = await refunded("pm_card_visa", 1000);
  const params = linked(invoice, 1000, [{ refund, amount_refunded: -200 }]);
  const error = await refusal(stripe.creditNotes.create({ ...params, credit_amount: 1200 }));
  expect(error).toMatchObject({
    code: "parameter_invalid_integer",
    param: "refunds[0][amount_refunded]",
  });
});
