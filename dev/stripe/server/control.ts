import { z } from "zod";
import { type DeliveryFaults } from "../delivery/delivery-faults";
import { type DeliveryWorker } from "../delivery/delivery-worker";
import { readDueFailures } from "../engine/due-failures";
import { type EngineParts } from "../engine/engine";
import { OBJECT_NAMES, type ObjectName } from "../store/object-types";
import { advanceClock } from "./advance-control";
import { type ApiFaults } from "./api-faults";
import { controlCard } from "./card-controls";
import { controlDispute } from "./dispute-controls";
import { controlImport } from "./import-control";
import { jsonResponse, type LocalRequest, type LocalResponse } from "./messages";
import { type RequestLog } from "./request-log";
import { changeSettings, readSettings } from "./settings-control";
import { StripeError } from "./stripe-error";

export interface ControlParts {
  engine: EngineParts;
  worker: DeliveryWorker;
  deliveryFaults: DeliveryFaults;
  apiFaults: ApiFaults;
  log: RequestLog;
  /** Brings back what every fresh state has: the endpoint and the settings given at start. */
  afterReset: () => void;
}

const count = z.coerce.number().int().min(0).max(100_000).default(0);
const deliveryBody = z.strictObject({
  drop: count,
  duplicate: count,
  failNext: count,
  reorder: count,
  delay: count.describe("milliseconds"),
  delayNext: z.coerce.number().int().min(1).default(100_000),
  types: z
    .union([z.array(z.string()), z.string().transform((text) => text.split(",").filter(Boolean))])
    .default([]),
});
const faultBody = z.strictObject({
  kind: z.enum(["429", "500", "500_kept", "timeout_before", "timeout_after"]),
  count: z.coerce.number().int().min(1).default(1),
  route: z
    .string()
    .optional()
    .transform((text) => text || undefined),
});

type Handler = (parts: ControlParts, request: LocalRequest) => LocalResponse | Promise<LocalResponse>;

/** The controls under `/_emulator`, all answering JSON; README.md lists them. */
const HANDLERS: Record<string, Handler> = {
  "GET /_emulator/stats": ({ engine, log }) =>
    jsonResponse(200, {
      now: engine.clock.now(),
      clock_offset_seconds: engine.clock.offset,
      objects: engine.store.objects.countByType(),
      deliveries: engine.store.deliveries.countByStatus(),
      requests: log.counts,
      failures: readDueFailures(engine.store),
    }),
  "GET /_emulator/requests": ({ log }) => jsonResponse(200, { data: log.latest }),
  "GET /_emulator/events": (parts, request) => listObjects(parts, "event", request),
  "GET /_emulator/objects": (parts, request) => {
    const name = OBJECT_NAMES.find((known) => known === queryOf(request).get("type"));
    return name
      ? listObjects(parts, name, request)
      : jsonResponse(400, { error: `type is one of ${OBJECT_NAMES.join(", ")}` });
  },
  "GET /_emulator/deliveries": ({ engine, deliveryFaults }, request) =>
    jsonResponse(200, {
      data: engine.store.deliveries.latest(limitOf(request)),
      faults: deliveryFaults.pending,
    }),
  "POST /_emulator/deliveries": ({ deliveryFaults }, request) => {
    const wanted = deliveryBody.parse(bodyOf(request));
    for (const kind of ["drop", "duplicate", "failNext", "reorder"] as const) {
      if (wanted[kind] > 0) deliveryFaults.add({ kind, left: wanted[kind], ms: 0, types: wanted.types });
    }
    if (wanted.delay > 0) {
      deliveryFaults.add({ kind: "delay", left: wanted.delayNext, ms: wanted.delay, types: wanted.types });
    }
    return jsonResponse(200, { faults: deliveryFaults.pending });
  },
  "DELETE /_emulator/deliveries": ({ deliveryFaults }) => {
    deliveryFaults.clear();
    return jsonResponse(200, { faults: [] });
  },
  "GET /_emulator/settings": ({ engine }) => readSettings(engine),
  "POST /_emulator/settings": ({ engine }, request) => changeSettings(engine, bodyOf(request)),
  "GET /_emulator/faults": ({ apiFaults }) => jsonResponse(200, { faults: apiFaults.pending }),
  "POST /_emulator/faults": ({ apiFaults }, request) => {
    apiFaults.add(faultBody.parse(bodyOf(request)));
    return jsonResponse(200, { faults: apiFaults.pending });
  },
  "DELETE /_emulator/faults": ({ apiFaults }) => {
    apiFaults.clear();
    return jsonResponse(200, { faults: [] });
  },
  "POST /_emulator/disputes": ({ engine, worker }, request) => {
    const dispute = controlDispute(engine, bodyOf(request));
    worker.kick();
    return jsonResponse(200, dispute);
  },
  "POST /_emulator/cards": ({ engine, worker }, request) => {
    const method = controlCard(engine, bodyOf(request));
    worker.kick();
    return jsonResponse(200, method);
  },
  "POST /_emulator/import": ({ engine }, request) =>
    jsonResponse(200, controlImport(engine, bodyOf(request))),
  "POST /_emulator/advance": ({ engine, worker }, request) => {
    const answer = advanceClock(engine, { ...Object.fromEntries(queryOf(request)), ...bodyOf(request) });
    worker.kick();
    return answer;
  },
  "POST /_emulator/flush": async ({ worker, engine }, request) => {
    const timeoutMs = z.coerce
      .number()
      .int()
      .min(0)
      .max(120_000)
      .default(30_000)
      .parse(inputOf(request, "timeout_ms") ?? undefined);
    const settled = await worker.flush({ hurry: inputOf(request, "hurry") === "true", timeoutMs });
    return jsonResponse(200, { settled, deliveries: engine.store.deliveries.countByStatus() });
  },
  "POST /_emulator/reset": ({ engine, deliveryFaults, apiFaults, log, afterReset }) => {
    engine.store.reset();
    deliveryFaults.clear();
    apiFaults.clear();
    log.clear();
    afterReset();
    return jsonResponse(200, { reset: true });
  },
};

/** Null: not a control. One that is called with a method it does not have answers 405. */
export async function handleControl(
  parts: ControlParts,
  request: LocalRequest,
): Promise<LocalResponse | null> {
  const handler = HANDLERS[`${request.method} ${request.path}`];
  if (!handler) return methodNotAllowed(request);
  try {
    return await handler(parts, request);
  } catch (error) {
    if (error instanceof z.ZodError) return jsonResponse(400, { error: z.prettifyError(error) });
    if (error instanceof StripeError) return jsonResponse(error.status, { error: error.message });
    if (error instanceof SyntaxError) return jsonResponse(400, { error: "The body is not JSON" });
    throw error;
  }
}

function methodNotAllowed({ method, path }: LocalRequest): LocalResponse | null {
  const calls = Object.keys(HANDLERS).map((call) => call.split(" "));
  const allowed = calls.flatMap(([name, at]) => (at === path && name ? [name] : []));
  if (allowed.length === 0) return null;
  const allow = allowed.sort().join(", ");
  return jsonResponse(405, { error: `${method} is not one of its methods: ${allow}` }, { allow });
}

function listObjects({ engine }: ControlParts, name: ObjectName, request: LocalRequest): LocalResponse {
  const wanted = name === "event" ? queryOf(request).get("type") : null;
  const where = wanted ? { type: wanted } : {};
  return jsonResponse(200, {
    data: engine.store.objects.list(name, { where, limit: limitOf(request) }).data,
  });
}

const queryOf = (request: LocalRequest): URLSearchParams => new URLSearchParams(request.query);
const limitOf = (request: LocalRequest): number => Number(queryOf(request).get("limit") ?? 200);

/** JSON from tests, a form from the dashboard. */
function bodyOf({ headers, body }: LocalRequest): object {
  if (headers["content-type"]?.includes("json")) return JSON.parse(body || "{}") as object;
  return Object.fromEntries(new URLSearchParams(body));
}

function inputOf(request: LocalRequest, name: string): string | null {
  return queryOf(request).get(name) ?? new URLSearchParams(request.body).get(name);
}
