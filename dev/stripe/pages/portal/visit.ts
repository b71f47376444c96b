import type Stripe from "stripe";
import { clockOfObject } from "../../engine/clock-of";
import { Engine } from "../../engine/engine";
import { idOf } from "../../engine/field-values";
import { type Features } from "../../engine/portal/portal-features";
import { type LocalRequest } from "../../server/messages";
import { resourceMissing } from "../../server/stripe-error";
import { type WireSubscription } from "../../store/object-types";
import { type PageParts } from "../page-parts";

type Flow = Stripe.BillingPortal.Session.Flow;

/** A customer in the portal, on one page of it. */
export interface Visit {
  engine: Engine;
  request: LocalRequest;
  session: Stripe.BillingPortal.Session;
  configuration: Stripe.BillingPortal.Configuration;
  features: Features;
  customer: Stripe.Customer;
  /** `/p/session/bps_…`: where the portal's own links begin. */
  base: string;
  /** The one thing to do that the session is for, until it is done. */
  flow: Flow | null;
}

/** Null when there is no such session, or its customer is gone. */
export function readVisit({ engine: parts }: PageParts, request: LocalRequest, id: string): Visit | null {
  const engine = new Engine(parts);
  const session = engine.store.objects.find("billing_portal.session", id);
  const customer = engine.store.objects.find("customer", session?.customer ?? "");
  if (!session || !customer) return null;
  const configuration = engine.require("billing_portal.configuration", idOf(session.configuration) ?? "");
  const { flowDone } = engine.store.objects.hidden<{ flowDone: boolean }>(id);
  return {
    engine,
    request,
    session,
    configuration,
    features: configuration.features,
    customer,
    base: `/p/session/${id}`,
    flow: flowDone ? null : session.flow,
  };
}

/** In one transaction, in the time of the customer. */
export function inVisit<Result>({ engine, customer }: Visit, work: () => Result): Result {
  return engine.store.transaction(() => engine.inTimeOf(clockOfObject(engine.store, customer.id), work));
}

/** A subscription of this customer; anybody else's does not exist here. */
export function ownSubscription({ engine, customer }: Visit, id: string): WireSubscription {
  const subscription = engine.require("subscription", id);
  if (idOf(subscription.customer) !== customer.id) throw resourceMissing("subscription", id);
  return subscription;
}

export function ownMethod({ engine, customer }: Visit, id: string): Stripe.PaymentMethod {
  const method = engine.require("payment_method", id);
  if (idOf(method.customer) !== customer.id) throw resourceMissing("PaymentMethod", id);
  return method;
}

export const formOf = ({ request }: Visit): URLSearchParams => new URLSearchParams(request.body);
export const queryOf = ({ request }: Visit): URLSearchParams => new URLSearchParams(request.query);
