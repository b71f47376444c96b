import { cardLabel } from "@/lib/payments";

/** "Visa •••• 4242", or null where no card was used. */
export function toCard(paid: { cardBrand: string | null; cardLast4: string | null }): string | null {
  const { cardBrand: brand, cardLast4: last4 } = paid;
  return brand && last4 ? cardLabel({ brand, last4 }) : null;
}
