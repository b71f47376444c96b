import type Stripe from "stripe";

const EMPTY = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };

type AddressParams = Partial<Record<keyof typeof EMPTY, string>>;

/** An address is always whole in answers: what was not given is null. */
export function fullAddress(params: AddressParams): Stripe.Address {
  const given = Object.entries(params).map(([field, value]) => [field, value || null]);
  return { ...EMPTY, ...Object.fromEntries(given) } as Stripe.Address;
}

interface ShippingParams {
  address: AddressParams;
  carrier?: string;
  name: string;
  phone?: string;
  tracking_number?: string;
}

export function fullShipping(params: ShippingParams): Stripe.PaymentIntent.Shipping {
  return {
    address: fullAddress(params.address),
    carrier: params.carrier ?? null,
    name: params.name,
    phone: params.phone ?? null,
    tracking_number: params.tracking_number ?? null,
  };
}
