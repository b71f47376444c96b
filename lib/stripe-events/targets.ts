import type { EventHandler, Target, TargetKind } from "./types";

/** A handler of events about one kind of object: the object that the event is about. */
export function objectOf(kind: TargetKind): EventHandler {
  return ({ objectId }) => (objectId ? [{ kind, id: objectId }] : []);
}

/** All of the customer's subscriptions: which of them is the member's plan shows only together. */
export const subscriptionsOfCustomer: EventHandler = ({ stripeCustomerId }) =>
  stripeCustomerId ? [{ kind: "subscriptions", id: stripeCustomerId }] : [];

/** An invoice is credited to a subscription, so that one is read first. */
export const invoiceAndSubscription: EventHandler = (event) => [
  ...subscriptionsOfCustomer(event),
  ...objectOf("invoice")(event),
];

const catalog: Target = { kind: "catalog", id: "catalog" };

/** Products and prices are few and are read together. */
export const wholeCatalog: EventHandler = () => [catalog];
