import "server-only";

export { adoptCustomer } from "./adopt-customer";
export { ensureCustomer } from "./ensure-customer";
export { UnknownStripeCustomer } from "./errors";
export {
  findStripeCustomer,
  findUserOfCustomer,
  forgetCustomer,
  listStripeCustomers,
  requireUserOfCustomer,
} from "./repository";
