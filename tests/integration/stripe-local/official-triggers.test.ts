import { expect, it } from "vitest";
import { LEFT_OUT } from "@/dev/stripe/triggers/left-out";
import { runAll } from "@/dev/stripe/triggers/run-all";
import { listTriggers } from "@/dev/stripe/triggers/run-trigger";

const AT_LEAST = 45;

it("passes the scenarios of Stripe's own command line (https://docs.stripe.com/cli/trigger)", async () => {
  const names = await listTriggers();
  const expected = names.filter((name) => !(name in LEFT_OUT));
  const results = await runAll(expected);
  expect(results.filter(({ ok }) => !ok)).toEqual([]);
  expect(results.length).toBeGreaterThanOrEqual(AT_LEAST);
  expect(results.map(({ name }) => name)).toEqual(expected);
}, 120_000);

it("leaves out only scenarios that there are, each for a reason", async () => {
  const names = await listTriggers();
  expect(Object.keys(LEFT_OUT).filter((name) => !names.includes(name))).toEqual([]);
  expect(Object.values(LEFT_OUT).every((reason) => reason.length > 10)).toBe(true);
});
