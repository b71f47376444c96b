import { z } from "zod";
import { advance, runDue } from "../engine/due-queue";
import { Engine, type EngineParts } from "../engine/engine";
import { lengthOf, type Leap } from "../engine/leaps";
import { advanceTestClock } from "../engine/test-clocks";
import { jsonResponse, type LocalResponse } from "./messages";

const MAX_SECONDS = 10 * 366 * 24 * 60 * 60;
const MAX_MONTHS = 120;

const clock = z.string().min(1).optional();
const body = z.union([
  z.strictObject({ seconds: z.coerce.number().int().min(0).max(MAX_SECONDS), clock }),
  z.strictObject({ months: z.coerce.number().int().min(1).max(MAX_MONTHS), clock }),
  z.strictObject({ to: z.literal("next_renewal"), clock }),
]);

/**
 * `POST /_emulator/advance`: moves the stand-in's own clock, or the test clock that `clock` names, and answers when
 * everything that was due on the way has happened.
 * @throws ZodError | StripeError
 */
export function advanceClock(parts: EngineParts, input: unknown): LocalResponse {
  const { clock: testClock, ...leap } = body.parse(input);
  return testClock === undefined ? advanceOwn(parts, leap) : advanceTest(parts, testClock, leap);
}

function advanceOwn(parts: EngineParts, leap: Leap): LocalResponse {
  const seconds = lengthOf(parts, leap, { clock: null, now: parts.clock.now() });
  if (seconds === null) return nothingRenews();
  const happened = advance(parts, seconds);
  return jsonResponse(200, { now: parts.clock.now(), happened });
}

function advanceTest(parts: EngineParts, id: string, leap: Leap): LocalResponse {
  const found = new Engine(parts).require("test_helpers.test_clock", id, "clock");
  const seconds = lengthOf(parts, leap, { clock: id, now: found.frozen_time });
  if (seconds === null) return nothingRenews();
  parts.store.transaction(() => advanceTestClock(new Engine(parts), found, found.frozen_time + seconds));
  const happened = runDue(parts, parts.clock.now());
  return jsonResponse(200, { now: found.frozen_time + seconds, happened });
}

const nothingRenews = (): LocalResponse => jsonResponse(409, { error: "No subscription will renew" });
