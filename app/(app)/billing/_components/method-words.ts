import type { PaymentMethod } from "@/lib/payment-methods/types";

const types: Readonly<Record<string, string>> = {
  link: "Link",
  paypal: "PayPal",
  cashapp: "Cash App Pay",
  amazon_pay: "Amazon Pay",
  revolut_pay: "Revolut Pay",
  us_bank_account: "Bank account",
  sepa_debit: "SEPA direct debit",
  bacs_debit: "Bacs direct debit",
  au_becs_debit: "BECS direct debit",
};

const wallets: Readonly<Record<string, string>> = {
  apple_pay: "Apple Pay",
  google_pay: "Google Pay",
  samsung_pay: "Samsung Pay",
  link: "Link",
};

/** What a payment method is called: "Visa •••• 4242", "Link", "Bank account •••• 6789". */
export function toMethodName({ card, type, last4 }: PaymentMethod): string {
  if (card) return card.label;
  const name = types[type] ?? "Another payment method";
  return last4 ? `${name} •••• ${last4}` : name;
}

/** What stands under its name; empty where there is nothing to say. */
export function toMethodDetail({ card, isExpired }: PaymentMethod): string {
  if (!card) return "";
  const { month, year } = card.expiry;
  const until = `${isExpired ? "Expired" : "Expires"} ${String(month).padStart(2, "0")}/${year}`;
  const wallet = card.wallet && (wallets[card.wallet] ?? "a wallet");
  return wallet ? `${until} · from ${wallet}` : until;
}
