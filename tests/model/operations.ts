import fc from "fast-check";
import { creditKinds } from "@/lib/credits/types";

/**
 * One step of a sequence. Numbers that choose among what exists (`of`) are taken modulo how many there are, so
 * that every sequence stays meaningful while it shrinks.
 */
const amount = fc.oneof(
  { weight: 12, arbitrary: fc.bigInt(1n, 40n) },
  { weight: 2, arbitrary: fc.bigInt(1n, 1_000_000n) },
  { weight: 1, arbitrary: fc.bigInt(2n ** 62n, 2n ** 63n - 1n) },
);
const hours = fc.integer({ min: 1, max: 8 });
const of = fc.nat({ max: 7 });

/** A share of what there is, in quarters: 5 asks for more than that. */
const share = fc.integer({ min: 0, max: 5 });

const grant = fc.record({
  type: fc.constant("grant"),
  amount,
  kind: fc.constantFrom(...creditKinds),
  priority: fc.option(fc.constantFrom(10, 20), { nil: undefined }),
  startsIn: fc.option(fc.integer({ min: -2, max: 2 }), { nil: null, freq: 2 }),
  lasts: fc.option(hours, { nil: null, freq: 2 }),
  /** Some grants arrive after their end. */
  late: fc.boolean(),
  cost: fc.option(fc.bigInt(0n, 12n), { nil: null }),
});

const operation = fc.oneof(
  { weight: 5, arbitrary: grant },
  { weight: 4, arbitrary: fc.record({ type: fc.constant("spend"), amount }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("spendShare"), share }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("spendTogether"),
      amounts: fc.array(amount, { minLength: 2, maxLength: 6 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constant("hold"), share, lasts: hours }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("capture"), of, share }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("release"), of }) },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant("revoke"),
      of,
      minor: fc.option(fc.bigInt(0n, 8n), { nil: null, freq: 2 }),
      share,
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("restore"), of }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("freeze"), of, frozen: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant("forgive"), share: fc.option(share, { nil: null }) }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("jobs") }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant("wait"), hours: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("repeat"), of }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("reuseKey"), of }) },
);

export type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

/** Most begin with a grant: without one there is little to do. */
export const sequence = fc
  .tuple(fc.array(grant, { maxLength: 2 }), fc.array(operation, { minLength: 1, maxLength: 22, size: "max" }))
  .map(([first, then]): Operation[] => [...first, ...then]);
