import "server-only";

export { sweepStripeEvents } from "./sweep-stripe-events";
