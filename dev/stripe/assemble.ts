import { type Contract } from "./contract/contract";
import { type ContractValidator, describeProblems, validatorOf } from "./contract/contract-validator";
import { DeliveryFaults } from "./delivery/delivery-faults";
import { DeliveryWorker } from "./delivery/delivery-worker";
import { EventQueue } from "./delivery/event-queue";
import { DEFAULT_RETRIES } from "./delivery/retry-schedule";
import { Clock } from "./engine/clock";
import { Engine, type EngineParts } from "./engine/engine";
import { writeAfterRetries } from "./engine/subscriptions/exhausted-setting";
import { ensureEndpoint } from "./engine/webhook-endpoints";
import { type LocalStripeOptions } from "./options";
import { ALL_ROUTES } from "./routes/all-routes";
import { Api } from "./server/api";
import { ApiFaults } from "./server/api-faults";
import { createDispatcher } from "./server/dispatch";
import { type Handle } from "./server/http-server";
import { RequestLog } from "./server/request-log";
import { Router } from "./server/router";
import { type WireEvent } from "./store/object-types";
import { Store } from "./store/store";

/** A redirecting buyer waits this long for the shop's receiver: https://docs.stripe.com/checkout/fulfillment */
const REDIRECT_WAIT_MS = 10_000;
const WEBHOOK_TIMEOUT_MS = 20_000;

export interface Assembly {
  store: Store;
  engine: EngineParts;
  worker: DeliveryWorker;
  handle: Handle;
}

/** Puts the parts together; nothing listens and nothing is sent yet. */
export function assemble(contract: Contract, options: LocalStripeOptions, origin: () => string): Assembly {
  const validator = validatorOf(contract);
  const level = options.validate ?? "requests";
  const store = new Store(options.stateFile ?? null);
  const deliveryFaults = new DeliveryFaults();
  const queue = new EventQueue(store, deliveryFaults);
  const apiFaults = new ApiFaults();
  const log = new RequestLog();
  const publish = (event: WireEvent): void => {
    if (level === "all") checkEvent(validator, event);
    queue.add(event);
  };
  const clock = new Clock(store.settings, options.now ?? Date.now);
  const engine: EngineParts = {
    contract,
    store,
    clock,
    origin,
    publish,
    ...(options.invoiceRetryDays ? { invoiceRetryDays: options.invoiceRetryDays } : {}),
  };
  const worker = new DeliveryWorker({
    store,
    faults: deliveryFaults,
    options: {
      retries: { ...DEFAULT_RETRIES, ...options.retries },
      timeoutMs: options.webhookTimeoutMs ?? WEBHOOK_TIMEOUT_MS,
    },
  });
  const applyOptions = (): void => {
    const { webhook, afterRetries } = options;
    if (afterRetries) writeAfterRetries(store.settings, afterRetries);
    if (webhook) store.transaction(() => ensureEndpoint(new Engine(engine), webhook));
  };
  applyOptions();
  const router = new Router(contract, ALL_ROUTES);
  const handle = createDispatcher({
    api: new Api({ contract, engine, router, validator, level, faults: apiFaults, log }),
    controls: { engine, worker, deliveryFaults, apiFaults, log, afterReset: applyOptions },
    pages: { engine, worker, redirectWaitMs: options.redirectWaitMs ?? REDIRECT_WAIT_MS },
  });
  return { store, engine, worker, handle };
}

function checkEvent(validator: ContractValidator, event: WireEvent): void {
  const problems = validator.checkEvent(event);
  if (problems.length > 0)
    throw new Error(`${event.type} breaks the contract: ${describeProblems(problems)}`);
}
