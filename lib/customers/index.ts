import "server-only";

export { adoptCustomer } from "./adopt-customer";
export { ensureCustomer } from "./ensure-customer";
export { UnknownStripeCustomer } from "./errors";
export { syncCustomerEmail } from "./sync-customer-email";
export {
  claimBillingCustomer,
  findRemovalKey,
  findStripeCustomer,
  findUserOfCustomer,
  forgetCustomer,
  listStripeCustomers,
  renewRemovalKey,
  requireUserOfCustomer,
} from "./repository";
