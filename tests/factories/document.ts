import type { DocumentContent } from "@/lib/documents/types";

/** The receipt of a pack, with whatever a test cares about. */
export function aDocument(overrides: Partial<DocumentContent> = {}): DocumentContent {
  const at = new Date("2026-11-22T08:30:00Z");
  return {
    kind: "receipt",
    number: "R-2026-000042",
    issuedAt: at,
    seller: { name: "QuickScale", address: [], taxId: null },
    buyer: { name: "Ada Lovelace", email: "ada@example.com" },
    currency: "usd",
    lines: [{ description: "500 credits", quantity: 1, amountMinor: 4_500n, period: null }],
    ...{ discountMinor: 0n, taxMinor: 0n, totalMinor: 4_500n, balanceMinor: 0n },
    payment: { amountMinor: 4_500n, at, card: "Visa •••• 4242" },
    corrects: null,
    ...overrides,
  };
}
