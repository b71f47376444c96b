import "server-only";

export { searchStripe } from "./search-stripe";
export { searchTransactions } from "./search-transactions";
