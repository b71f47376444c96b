import type Stripe from "stripe";
import { invalidRequest } from "../server/stripe-error";
import { deleteCustomer } from "./customers";
import { type Engine, type EngineParts } from "./engine";
import { addIntervals, roughLength, type Interval } from "./intervals";
import { endSubscriptionsOf } from "./subscriptions/end-with-customer";

const DAY = 24 * 60 * 60;
const ENDED = new Set(["canceled", "incomplete_expired"]);

/** Where a clock that is being advanced goes. */
export interface Advance {
  clock: string;
  target: number;
}

/** https://docs.stripe.com/api/test_clocks/create */
export function createTestClock(
  engine: Engine,
  params: Stripe.TestHelpers.TestClockCreateParams,
): Stripe.TestHelpers.TestClock {
  const clock = engine.create("test_helpers.test_clock", {
    deletes_after: engine.now + 30 * DAY,
    frozen_time: params.frozen_time,
    name: params.name ?? null,
    status: "ready",
    status_details: {},
  });
  engine.emit("test_helpers.test_clock.created", clock);
  return clock;
}

/**
 * Sends a clock on its way; everything that falls due until then happens after this call was answered, and the
 * status is `advancing` until all of it is done. Interrupted, it goes on where it stopped.
 */
export function advanceTestClock(
  engine: Engine,
  clock: Stripe.TestHelpers.TestClock,
  target: number,
): Stripe.TestHelpers.TestClock {
  if (clock.status !== "ready") {
    throw invalidRequest(
      "Test clock advancement is already in progress. Please wait until the test clock is ready.",
      { code: "test_clock_advancement_underway" },
    );
  }
  if (target <= clock.frozen_time) {
    throw invalidRequest("The new frozen time must be after the test clock's current frozen time.", {
      param: "frozen_time",
    });
  }
  checkReach(engine, clock, target);
  const advancing = engine.update(clock, {
    status: "advancing",
    status_details: { advancing: { target_frozen_time: target } },
  });
  engine.emit("test_helpers.test_clock.advancing", advancing);
  return advancing;
}

/**
 * At most two intervals of the shortest subscription, or two years without any.
 * https://docs.stripe.com/api/test_clocks/advance
 */
function checkReach(engine: Engine, clock: Stripe.TestHelpers.TestClock, target: number): void {
  const shortest = shortestInterval(engine, clock.id) ?? { interval: "year", interval_count: 1 };
  if (target <= addIntervals(clock.frozen_time, shortest, 2)) return;
  throw invalidRequest(
    "The new frozen time is too far in the future: you can advance a test clock by at most two intervals of its shortest subscription, or by two years without any.",
    { param: "frozen_time" },
  );
}

function shortestInterval(engine: Engine, clock: string): Interval | null {
  const { data } = engine.store.objects.list("subscription", { where: { test_clock: clock }, limit: 1000 });
  const intervals = data
    .filter(({ status }) => !ENDED.has(status))
    .flatMap(
      ({ id }) =>
        engine.store.objects.list("subscription_item", { where: { subscription: id }, limit: 100 }).data,
    )
    .flatMap(({ price }) => price.recurring ?? []);
  return intervals.toSorted((a, b) => roughLength(a) - roughLength(b))[0] ?? null;
}

/** Takes the clock's customers with it. https://docs.stripe.com/api/test_clocks/delete */
export function deleteTestClock(
  engine: Engine,
  clock: Stripe.TestHelpers.TestClock,
): Stripe.TestHelpers.DeletedTestClock {
  const { data } = engine.store.objects.list("customer", { where: { test_clock: clock.id }, limit: 1000 });
  for (const customer of data) {
    endSubscriptionsOf(engine, customer.id);
    deleteCustomer(engine, customer);
  }
  engine.store.due.cancelOf(clock.id);
  const tombstone: Stripe.TestHelpers.DeletedTestClock = {
    id: clock.id,
    object: "test_helpers.test_clock",
    deleted: true,
  };
  engine.store.objects.bury(clock.id, tombstone);
  engine.emit("test_helpers.test_clock.deleted", clock);
  return tombstone;
}

export function advancingClocks({ store }: EngineParts): Advance[] {
  const { data } = store.objects.list("test_helpers.test_clock", {
    where: { status: "advancing" },
    limit: 1000,
    oldestFirst: true,
  });
  return data.map((clock) => ({
    clock: clock.id,
    target: clock.status_details.advancing?.target_frozen_time ?? clock.frozen_time,
  }));
}

/** All that was due is done: the clock stands at its new time. */
export function arrive(engine: Engine, { clock, target }: Advance): void {
  const ready = engine.update(engine.require("test_helpers.test_clock", clock), {
    frozen_time: target,
    status: "ready",
    status_details: {},
  });
  engine.emit("test_helpers.test_clock.ready", ready);
}
