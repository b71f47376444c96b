import { expect, it } from "vitest";

import { openingAccount, spend } from "./demo-account";

const run = (costMilli: bigint) => ({ label: "Run", costMilli });

it("spends subscription credits before pay-as-you-go ones", () => {
  const once = spend(openingAccount, run(60_000n));
  expect(once.balance).toEqual({ totalMilli: 510_000n, subscriptionMilli: 10_000n, paygMilli: 500_000n });

  const twice = spend(once, run(60_000n));
  expect(twice.balance).toEqual({ totalMilli: 450_000n, subscriptionMilli: 0n, paygMilli: 450_000n });
  expect(twice.entries[0]).toMatchObject({ subscriptionMilli: -10_000n, paygMilli: -50_000n });
});

it("takes nothing when there is too little", () => {
  expect(spend(openingAccount, run(570_001n))).toBe(openingAccount);
  expect(spend(openingAccount, run(570_000n)).balance.totalMilli).toBe(0n);
});

it("gives every entry its own id", () => {
  const { entries } = spend(spend(openingAccount, run(1n)), run(1n));
  expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
});
