import { setTimeout as wait } from "node:timers/promises";
import type { Random } from "../random";
import type { Stage } from "./stage";

const faults = ["429", "500", "timeout_before", "timeout_after"] as const;
const routes = [
  "",
  "",
  "POST /v1/checkout/sessions",
  "POST /v1/subscriptions/{id}",
  "POST /v1/refunds",
  "GET /v1/invoices/{id}",
  "GET /v1/subscriptions",
  "POST /v1/customers",
  "POST /v1/invoices/{id}/pay",
];

/** Makes what lies between us and the others worse, or better. */
export async function changeWeather({ world }: Stage, random: Random): Promise<string | null> {
  if (random.chance(0.2)) {
    const kind = random.pick(faults);
    const count = kind.startsWith("timeout") ? random.pick([1, 1, 3]) : random.pick([1, 2, 3, 6]);
    const route = random.pick(routes);
    await world.controls.breakApi({ kind, count, ...(route ? { route } : {}) });
    return `weather: ${kind} ×${count} on ${route || "any route"}`;
  }
  if (random.chance(0.1)) {
    await world.controls.heal();
    return "weather: Stripe is well";
  }
  if (random.chance(0.08)) {
    const mood = random.pick(["well", "well", "refuse", "take_and_hang_up"] as const);
    world.mail.behave(mood);
    return `weather: mail ${mood}`;
  }
  return null;
}

/** Kills something while `work` goes on, or just after. */
export async function withAccidents(
  stage: Stage,
  random: Random,
  work: () => Promise<unknown>,
): Promise<void> {
  const { app, server } = stage.world;
  const fate = random.next();
  const after = random.int(0, random.chance(0.5) ? 40 : 400);
  if (fate >= 0.14) {
    await work();
    return;
  }
  const running = work();
  await Promise.race([running, wait(after)]);
  if (fate < 0.11) {
    stage.note(`kill -9 of the app after ${after} ms`);
    await app.kill();
    await running;
    return;
  }
  stage.note(`kill -9 of PostgreSQL after ${after} ms`);
  stage.databaseWasKilled = true;
  await server.kill();
  await wait(random.int(0, 300));
  await server.restart();
  await running;
  stage.databaseWasKilled = false;
}
