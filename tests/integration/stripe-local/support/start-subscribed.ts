import type Stripe from "stripe";
import { type Billing, startBilling } from "./start-billing";

export interface Subscribed extends Billing {
  id: string;
  item: string;
  /** Changes the one item. */
  change: (
    params: Stripe.SubscriptionUpdateParams & { to?: string; quantity?: number },
  ) => Promise<Stripe.Subscription>;
  pending: () => Promise<[string | null, number][]>;
}

/** On Gold, $31.00 a month, from January 1 of 2030: a dollar a day. The change happens on January 16, at noon. */
export async function startSubscribed(
  params: Partial<Stripe.SubscriptionCreateParams> = {},
): Promise<Subscribed> {
  const billing = await startBilling("2030-01-01");
  const { stripe, customer } = billing;
  const { id, items } = await billing.subscribe(await billing.price("Gold", 3100), params);
  const item = items.data[0]?.id ?? "";
  await billing.advance("2030-01-16");
  return {
    ...billing,
    id,
    item,
    change: ({ to, quantity, ...params }) =>
      stripe.subscriptions.update(id, {
        ...(to === undefined && quantity === undefined
          ? {}
          : { items: [{ id: item, ...(to ? { price: to } : {}), ...(quantity ? { quantity } : {}) }] }),
        ...params,
      }),
    pending: async () => {
      const { data } = await stripe.invoiceItems.list({ customer, pending: true });
      return data.map(({ description, amount }) => [description, amount] as [string, number]).toReversed();
    },
  };
}

/** Description and amount of each line. */
export const lineTexts = ({ lines }: Stripe.Invoice): [string | null, number][] =>
  lines.data.map(({ description, amount }) => [description, amount]);
