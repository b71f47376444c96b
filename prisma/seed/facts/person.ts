/** Somebody of the story, as far as what happens to them needs it. */
export interface Person {
  userId: string;
  /** Unique in the seed; part of every id that Stripe would have given. */
  name: string;
  card: { brand: string; last4: string };
  currency: "usd" | "eur";
}
