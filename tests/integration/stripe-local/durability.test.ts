import { expect, it } from "vitest";
import { packSession, pay } from "./support/hosted-checkout";
import { run, stateFile, stop } from "./support/run-local-stripe";
import { controlsOf, sdkFor } from "./support/start-local-stripe";
import { startWebhookReceiver } from "./support/start-webhook-receiver";

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

it("ends cleanly on SIGTERM and refuses arguments it cannot honour", async () => {
  const { child } = await run(["--memory"]);
  expect(await stop(child, "SIGTERM")).toBe(0);
  await expect(run(["--memory", "--webhook-url", "http://127.0.0.1:1/"])).rejects.toThrow(
    "needs --webhook-secret",
  );
});
