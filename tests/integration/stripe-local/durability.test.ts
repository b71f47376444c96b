import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { packSession, pay } from "./support/hosted-checkout";
import { controlsOf, sdkFor } from "./support/start-local-stripe";
import { startWebhookReceiver } from "./support/start-webhook-receiver";

function stateFile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "local-stripe-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return path.join(folder, "state.sqlite");
}

/** `npm run stripe:local`, as a process of its own. */
async function run(args: string[]): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, ["--import", "tsx", "dev/stripe/main.ts", "--port", "0", ...args]);
  onTestFinished(() => void stop(child));
  const url = await new Promise<string>((resolve, reject) => {
    let output = "";
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /listens on (\S+)/.exec(output)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", (code) => reject(new Error(`It ended with ${code}: ${output}`)));
  });
  return { url, child };
}

async function stop(child: ChildProcess, signal: NodeJS.Signals = "SIGKILL"): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  child.kill(signal);
  return ended;
}

it("loses nothing it acknowledged when it is killed, and resumes what it was sending", async () => {
  const state = stateFile();
  const receiver = await startWebhookReceiver();
  const webhook = ["--webhook-url", receiver.url, "--webhook-secret", receiver.webhook.secret];
  const first = await run(["--state", state, ...webhook]);
  await controlsOf(first.url)("POST", "deliveries", { delay: 2_500 });
  await controlsOf(first.url)("POST", "advance?seconds=7200");
  const stripe = sdkFor(first.url);
  const customer = await stripe.customers.create({ email: "a@b.co" }, { idempotencyKey: "once" });
  const session = await packSession(stripe, { customer: customer.id });
  await pay(session);
  const known = (await stripe.events.list({ limit: 100 })).data.map(({ id }) => id);
  await stop(first.child);
  expect(receiver.arrivals).toEqual([]);

  const second = await run(["--state", state, ...webhook]);
  const again = sdkFor(second.url);
  expect((await again.customers.create({ email: "a@b.co" }, { idempotencyKey: "once" })).id).toBe(
    customer.id,
  );
  expect(await again.checkout.sessions.retrieve(session.id)).toMatchObject({
    status: "complete",
    payment_status: "paid",
  });
  expect((await again.events.list({ limit: 100 })).data.map(({ id }) => id)).toEqual(known);
  expect(await controlsOf(second.url)("GET", "stats")).toMatchObject({ clock_offset_seconds: 7200 });
  await controlsOf(second.url)("POST", "flush?hurry=true");
  expect(
    receiver
      .events()
      .map(({ id }) => id)
      .sort(),
  ).toEqual([...known].sort());
});

it("has every acknowledged object after a kill in the middle of writing", async () => {
  const state = stateFile();
  for (let round = 0; round < 3; round++) {
    const { url, child } = await run(["--state", state]);
    const stripe = sdkFor(url);
    const acknowledged: string[] = [];
    const write = async (): Promise<void> => {
      for (;;) {
        acknowledged.push((await stripe.customers.create({ name: `R${round}` })).id);
        if (acknowledged.length === 5) void stop(child);
      }
    };
    await Promise.allSettled([write(), write(), write()]);
    await stop(child);
    const after = await run(["--state", state]);
    const reader = sdkFor(after.url);
    const kept = new Set<string>();
    for await (const { id } of reader.customers.list({ limit: 100 })) kept.add(id);
    expect(acknowledged.length).toBeGreaterThanOrEqual(5);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    await stop(after.child);
  }
}, 60_000);

it("ends cleanly on SIGTERM and refuses arguments it cannot honour", async () => {
  const { child } = await run(["--memory"]);
  expect(await stop(child, "SIGTERM")).toBe(0);
  await expect(run(["--memory", "--webhook-url", "http://127.0.0.1:1/"])).rejects.toThrow(
    "needs --webhook-secret",
  );
});
