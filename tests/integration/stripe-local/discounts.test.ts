import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import {
  type Invoicing,
  DAY,
  draftInvoice,
  june,
  openInvoice,
  paidInvoice,
  startInvoicing,
} from "./support/start-invoicing";
import { refusal } from "./support/start-local-stripe";

/** What an invoice of these amounts comes to with these discounts. */
async function discounted(
  { stripe, customer }: Invoicing,
  amounts: number[],
  discounts: { coupon?: string; promotion_code?: string }[],
) {
  for (const amount of amounts) await stripe.invoiceItems.create({ customer, amount, currency: "usd" });
  return stripe.invoices.create({ customer, discounts, pending_invoice_items_behavior: "include" });
}

type CodeParams = Partial<Stripe.PromotionCodeCreateParams> & { isOfOther?: boolean };

describe("coupons and promotion codes", () => {
  it("takes a percentage off, rounded to the cent, and splits it over the lines (https://docs.stripe.com/api/coupons/object#coupon_object-percent_off)", async () => {
    const invoicing = await startInvoicing();
    const coupon = await invoicing.stripe.coupons.create({ percent_off: 33.3, duration: "once" });
    const invoice = await discounted(invoicing, [1001, 500], [{ coupon: coupon.id }]);
    expect(invoice).toMatchObject({ subtotal: 1501, total: 1001, total_discount_amounts: [{ amount: 500 }] });
    const perLine = invoice.lines.data.map(({ discount_amounts: taken }) => taken?.[0]?.amount);
    expect(perLine).toEqual([333, 167]);
  });

  it("takes an amount off, never more than there is (https://docs.stripe.com/api/coupons/object#coupon_object-amount_off)", async () => {
    const invoicing = await startInvoicing();
    const coupon = await invoicing.stripe.coupons.create({ amount_off: 2000, currency: "usd" });
    expect(await discounted(invoicing, [5000], [{ coupon: coupon.id }])).toMatchObject({ amount_due: 3000 });
    expect(await discounted(invoicing, [1500], [{ coupon: coupon.id }])).toMatchObject({
      amount_due: 0,
      total: 0,
      total_discount_amounts: [{ amount: 1500 }],
    });
  });

  it("applies several in their order, each to what the last one left (https://docs.stripe.com/billing/subscriptions/coupons#stacking)", async () => {
    const invoicing = await startInvoicing();
    const half = await invoicing.stripe.coupons.create({ percent_off: 50 });
    const ten = await invoicing.stripe.coupons.create({ amount_off: 1000, currency: "usd" });
    const a = await discounted(invoicing, [5000], [{ coupon: half.id }, { coupon: ten.id }]);
    const b = await discounted(invoicing, [5000], [{ coupon: ten.id }, { coupon: half.id }]);
    expect([a.total, b.total]).toEqual([1500, 2000]);
  });

  it("leaves other products and items that take no discount alone (https://docs.stripe.com/api/coupons/create#create_coupon-applies_to)", async () => {
    const invoicing = await startInvoicing();
    const { stripe, customer } = invoicing;
    const [tea, mug] = [
      await stripe.products.create({ name: "Tea" }),
      await stripe.products.create({ name: "Mug" }),
    ];
    for (const product of [tea.id, mug.id]) {
      const price = await stripe.prices.create({ currency: "usd", unit_amount: 1000, product });
      await stripe.invoiceItems.create({ customer, pricing: { price: price.id } });
    }
    await stripe.invoiceItems.create({ customer, amount: 1000, currency: "usd", discountable: false });
    const onTea = await stripe.coupons.create({ percent_off: 10, applies_to: { products: [tea.id] } });
    const onAll = await stripe.coupons.create({ percent_off: 10 });
    const params = { customer, pending_invoice_items_behavior: "include" } as const;
    const first = await stripe.invoices.create({ ...params, discounts: [{ coupon: onTea.id }] });
    expect(first.total).toBe(2900);
    const again = await stripe.invoices.update(first.id, { discounts: [{ coupon: onAll.id }] });
    expect(again.total).toBe(2800);
  });

  it("discounts single items before the whole invoice (https://docs.stripe.com/api/invoices/object#invoice_object-discounts)", async () => {
    const invoicing = await startInvoicing();
    const { stripe, customer } = invoicing;
    const half = await stripe.coupons.create({ percent_off: 50 });
    await stripe.invoiceItems.create({
      customer,
      amount: 1000,
      currency: "usd",
      discounts: [{ coupon: half.id }],
    });
    const invoice = await discounted(invoicing, [1000], [{ coupon: half.id }]);
    expect(invoice.total).toBe(750);
    const expanded = await stripe.invoices.retrieve(invoice.id, { expand: ["discounts.source.coupon"] });
    expect(expanded.discounts[0]).toMatchObject({ source: { coupon: { id: half.id, percent_off: 50 } } });
  });

  it("counts redemptions, and refuses a coupon that is used up (https://docs.stripe.com/api/coupons/object#coupon_object-max_redemptions)", async () => {
    const invoicing = await startInvoicing();
    const { stripe } = invoicing;
    const { id } = await stripe.coupons.create({ percent_off: 10, max_redemptions: 1 });
    await discounted(invoicing, [1000], [{ coupon: id }]);
    expect(await stripe.coupons.retrieve(id)).toMatchObject({ times_redeemed: 1, valid: false });
    const error = await refusal(discounted(invoicing, [1000], [{ coupon: id }]));
    expect(error).toMatchObject({ code: "coupon_expired", param: "discounts[0][coupon]" });
    expect((await stripe.coupons.retrieve(id)).times_redeemed).toBe(1);
  });

  it("cannot be redeemed after its last day (https://docs.stripe.com/api/coupons/object#coupon_object-redeem_by)", async () => {
    const invoicing = await startInvoicing();
    const { stripe } = invoicing;
    const { id } = await stripe.coupons.create({ percent_off: 10, redeem_by: june + DAY });
    await invoicing.advance(DAY);
    expect((await refusal(discounted(invoicing, [1000], [{ coupon: id }]))).code).toBe("coupon_expired");
  });

  it("keeps what was redeemed when the coupon is deleted (https://docs.stripe.com/api/coupons/delete)", async () => {
    const invoicing = await startInvoicing();
    const { stripe } = invoicing;
    const { id } = await stripe.coupons.create({ percent_off: 10 });
    const invoice = await discounted(invoicing, [1000], [{ coupon: id }]);
    expect(await stripe.coupons.del(id)).toMatchObject({ deleted: true });
    const added = await stripe.invoices.addLines(invoice.id, {
      lines: [{ amount: 1000, description: "More" }],
    });
    expect(added.total).toBe(1800);
    expect((await refusal(discounted(invoicing, [1000], [{ coupon: id }]))).code).toBe("resource_missing");
  });

  it("redeems a promotion code for its coupon (https://docs.stripe.com/billing/subscriptions/coupons#promotion-codes)", async () => {
    const invoicing = await startInvoicing();
    const { stripe } = invoicing;
    const coupon = await stripe.coupons.create({ percent_off: 20 });
    const code = await stripe.promotionCodes.create({
      code: "SUMMER",
      promotion: { type: "coupon", coupon: coupon.id },
    });
    const invoice = await discounted(invoicing, [1000], [{ promotion_code: code.id }]);
    expect(invoice.total).toBe(800);
    expect((await stripe.promotionCodes.retrieve(code.id)).times_redeemed).toBe(1);
    expect((await stripe.promotionCodes.list({ code: "SUMMER" })).data).toHaveLength(1);
    const twin = stripe.promotionCodes.create({
      code: "summer",
      promotion: { type: "coupon", coupon: coupon.id },
    });
    expect((await refusal(twin)).param).toBe("code");
  });

  it.each([
    ["of another customer", { isOfOther: true }],
    ["for a first purchase after another one", { restrictions: { first_time_transaction: true } }],
    ["that is not active", { active: false }],
  ])(
    "refuses a code %s (https://docs.stripe.com/api/promotion_codes/create)",
    async (_, { isOfOther, ...params }: CodeParams) => {
      const invoicing = await startInvoicing();
      const { stripe } = invoicing;
      await paidInvoice(invoicing, 900);
      const other = await stripe.customers.create({});
      const coupon = await stripe.coupons.create({ percent_off: 20 });
      const code = await stripe.promotionCodes.create({
        promotion: { type: "coupon", coupon: coupon.id },
        ...params,
        ...(isOfOther ? { customer: other.id } : {}),
      });
      const error = await refusal(discounted(invoicing, [1000], [{ promotion_code: code.id }]));
      expect(error.param).toBe("discounts[0][promotion_code]");
      expect((await stripe.promotionCodes.retrieve(code.id)).times_redeemed).toBe(0);
    },
  );

  it.each([
    [{}, "parameter_missing"],
    [{ percent_off: 10, amount_off: 10, currency: "usd" }, "parameters_exclusive"],
    [{ amount_off: 10 }, "parameter_missing"],
    [{ percent_off: 10, duration: "repeating" }, "parameter_missing"],
  ] as const)(
    "refuses to create a coupon of %o (https://docs.stripe.com/api/coupons/create)",
    async (params, code) => {
      const { stripe } = await startInvoicing(null);
      expect((await refusal(stripe.coupons.create(params))).code).toBe(code);
      expect((await stripe.coupons.list()).data).toEqual([]);
    },
  );

  it("says what it takes off on the finalized invoice, too (https://docs.stripe.com/api/invoices/object#invoice_object-total_discount_amounts)", async () => {
    const invoicing = await startInvoicing();
    const { id } = await invoicing.stripe.coupons.create({ percent_off: 10 });
    const draft = await draftInvoice(invoicing, 1000, { discounts: [{ coupon: id }] });
    expect(draft.amount_due).toBe(900);
    const paid = await invoicing.stripe.invoices.pay(draft.id);
    expect(paid).toMatchObject({ amount_paid: 900, total_discount_amounts: [{ amount: 100 }] });
    expect((await openInvoice(invoicing, 1000)).amount_due).toBe(1000);
  });
});
