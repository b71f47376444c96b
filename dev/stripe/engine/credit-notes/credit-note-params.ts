import type Stripe from "stripe";

/** The parameters as they come over the wire. */
export type CreditNoteParams = Omit<Stripe.CreditNoteCreateParams, "lines"> & { lines?: CreditLineParams[] };

/** A line as the API takes it; decimals are strings on the wire. */
export interface CreditLineParams {
  type: string;
  amount?: number;
  description?: string;
  invoice_line_item?: string;
  metadata?: Record<string, string>;
  quantity?: number;
  unit_amount?: number;
  unit_amount_decimal?: string;
}
