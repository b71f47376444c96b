export interface GatewayEvent {
  id: string;
  type: string;
  apiVersion: string | null;
  /** Of the object that the event is about. */
  objectId: string | null;
  stripeCustomerId: string | null;
  occurredAt: Date;
  /** The whole event as the provider wrote it. */
  payload: Record<string, unknown>;
}
