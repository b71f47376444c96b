import { spawnSync } from "node:child_process";

const usage = `Runs the scenarios of tests/stripe-scenarios against Stripe itself, in a sandbox of yours.

  STRIPE_CONFORMANCE_KEY=sk_test_… npm run stripe:conformance

They make products, prices, customers and test clocks there; the clocks, and with them the customers, are
deleted afterwards. Without the variable nothing is run: npm test runs the same files against the local Stripe.
`;

const key = process.env.STRIPE_CONFORMANCE_KEY ?? "";
if (key.startsWith("sk_test_")) {
  const { status } = spawnSync("vitest", ["run", "tests/stripe-scenarios"], { stdio: "inherit" });
  process.exitCode = status ?? 1;
} else {
  process.stderr.write(usage);
  process.exitCode = key ? 2 : 0;
}
