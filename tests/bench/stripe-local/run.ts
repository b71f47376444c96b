import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import Stripe from "stripe";

const concurrent = 16;
const seconds = 3;
const rounds = 5;
const subscriptions = 1_000;
const month = 31 * 24 * 60 * 60;

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

interface Running {
  child: ChildProcess;
  url: string;
  startedMs: number;
}

/** `npm run stripe:local` with state on disk, until it listens. */
async function start(state: string): Promise<Running> {
  const from = performance.now();
  const child = spawn(process.execPath, [
    ...["--disable-warning=ExperimentalWarning", "--import", "tsx", "dev/stripe/main.ts"],
    ...["--port", "0", "--state", state],
  ]);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      const found = /listens on (\S+)/.exec(chunk.toString())?.[1];
      if (found) resolve(found);
    });
    child.once("exit", () => {
      reject(new Error("The local Stripe ended."));
    });
  });
  return { child, url, startedMs: performance.now() - from };
}

function stop({ child }: Running): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => {
      resolve();
    });
    child.kill("SIGTERM");
  });
}

function sdk(url: string): Stripe {
  const { hostname, port } = new URL(url);
  return new Stripe("sk_test_bench", { host: hostname, port, protocol: "http" });
}

/** Calls a second, with so many callers that each wait for their answer. */
async function rate(call: () => Promise<unknown>): Promise<number> {
  const rates: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    let done = 0;
    const from = performance.now();
    const until = from + (round === 0 ? 500 : seconds * 1000);
    const caller = async () => {
      while (performance.now() < until) {
        await call();
        done += 1;
      }
    };
    await Promise.all(Array.from({ length: concurrent }, caller));
    if (round > 0) rates.push(done / ((performance.now() - from) / 1000));
  }
  return median(rates);
}

async function yearOfSubscriptions(stripe: Stripe, url: string): Promise<number> {
  const price = await stripe.prices.create({
    ...{
      currency: "usd",
      unit_amount: 5000,
      recurring: { interval: "month" },
      product_data: { name: "Basic" },
    },
  });
  for (let made = 0; made < subscriptions; made += concurrent) {
    const subscribe = async () => {
      const { id } = await stripe.customers.create({ payment_method: "pm_card_visa" });
      const [method] = (await stripe.customers.listPaymentMethods(id)).data;
      await stripe.subscriptions.create({
        ...{ customer: id, items: [{ price: price.id }], default_payment_method: method?.id ?? "" },
      });
    };
    await Promise.all(Array.from({ length: Math.min(concurrent, subscriptions - made) }, subscribe));
  }
  const from = performance.now();
  const response = await fetch(`${url}/_emulator/advance?seconds=${12 * month}`, { method: "POST" });
  if (!response.ok) throw new Error(await response.text());
  return (performance.now() - from) / 1000;
}

const folder = await mkdtemp(join(tmpdir(), "bench-stripe-"));
try {
  const starts: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const running = await start(join(folder, `start-${round}.sqlite`));
    if (round > 0) starts.push(running.startedMs);
    await stop(running);
  }
  const running = await start(join(folder, "state.sqlite"));
  const stripe = sdk(running.url);
  const { id } = await stripe.customers.create({ email: "mia@example.com" });
  const reads = await rate(() => stripe.customers.retrieve(id));
  const writes = await rate(() =>
    stripe.customers.create({ email: "mia@example.com", metadata: { plan: "basic" } }),
  );
  const year = await yearOfSubscriptions(stripe, running.url);
  await stop(running);
  process.stdout
    .write(`Machine: ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), Node.js ${process.versions.node}.
Medians of ${rounds} rounds of ${seconds} s; ${concurrent} callers, the SDK among what is measured; state on disk.

| measured                                                | figure | target |
| ------------------------------------------------------- | -----: | -----: |
| start until it listens, contract cached                 | ${(median(starts) / 1000).toFixed(2)} s | < 1 s |
| reads a second (retrieve a customer)                    | ${reads.toFixed(0)} | ≥ 400 |
| writes a second (create a customer, with its event)     | ${writes.toFixed(0)} | ≥ 150 |
| twelve months of ${subscriptions} monthly subscriptions | ${year.toFixed(1)} s | < 20 s |
`);
} finally {
  await rm(folder, { recursive: true });
}
