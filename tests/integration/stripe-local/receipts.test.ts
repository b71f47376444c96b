import { expect, it } from "vitest";
import { visit } from "./support/hosted-checkout";
import { startLocalStripe } from "./support/start-local-stripe";

it("says what was captured and what was given back of it (https://docs.stripe.com/receipts)", async () => {
  const { stripe } = await startLocalStripe();
  const intent = await stripe.paymentIntents.create({
    amount: 2000,
    currency: "usd",
    confirm: true,
    capture_method: "manual",
    payment_method: "pm_card_visa",
    return_url: "https://shop.test/back",
  });
  await stripe.paymentIntents.capture(intent.id, { amount_to_capture: 1200 });
  const charge = await stripe.charges.retrieve(intent.latest_charge as string);
  const paid = await visit(charge.receipt_url!);
  expect(factsOf(paid.html)).toMatchObject({ "Amount paid": "$12.00" });
  expect(factsOf(paid.html)).not.toHaveProperty("Refunded");
  await stripe.refunds.create({ charge: charge.id, amount: 300 });
  const refunded = await visit(charge.receipt_url!);
  expect(factsOf(refunded.html)).toMatchObject({ "Amount paid": "$12.00", Refunded: "$3.00" });
  expect(refunded.html).toContain('<p class="total">$9.00</p>');
});

function factsOf(html: string): Record<string, string> {
  return Object.fromEntries(
    [...html.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, name, value]) => [name, value]),
  ) as Record<string, string>;
}
