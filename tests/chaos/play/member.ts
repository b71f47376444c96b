/** Somebody who buys, as the harness knows them. */
export interface Member {
  name: string;
  userId: string;
  /** Members who never spend must have exactly the credits that Stripe's records imply. */
  spends: boolean;
  spendings: Spending[];
}

interface Spending {
  key: string;
  creditsMilli: bigint;
  /** `unknown`: the process died before it answered; the same key tells in the end. */
  state: "done" | "refused" | "unknown";
}
