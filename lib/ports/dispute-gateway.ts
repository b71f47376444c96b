/** What a payment provider knows of disputes and of warnings before them, in our words. */
export interface DisputeGateway {
  getDispute(stripeDisputeId: string): Promise<GatewayDispute>;
  getFraudWarning(stripeWarningId: string): Promise<GatewayFraudWarning>;
}

export type GatewayDisputeStatus =
  | "warning_needs_response"
  | "warning_under_review"
  | "warning_closed"
  | "needs_response"
  | "under_review"
  | "appeal_needs_response"
  | "appeal_under_review"
  | "won"
  | "lost"
  | "prevented";

export interface GatewayDispute {
  stripeDisputeId: string;
  paymentIntentId: string | null;
  stripeChargeId: string | null;
  amountMinor: bigint;
  currency: string;
  reason: string;
  status: GatewayDisputeStatus;
  /** The answer must be there by then; null when none is wanted. */
  dueBy: Date | null;
  openedAt: Date;
}

export interface GatewayFraudWarning {
  stripeWarningId: string;
  paymentIntentId: string | null;
  stripeChargeId: string | null;
  kind: string;
  /** Neither disputed nor wholly refunded yet. */
  actionable: boolean;
  createdAt: Date;
}
