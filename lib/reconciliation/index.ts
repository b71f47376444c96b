import "server-only";

export { sweepStripeEvents, type Sweep } from "./sweep-stripe-events";
