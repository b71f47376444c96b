import { type Contract } from "../contract/contract";
import { defaultObject } from "../contract/default-object";
import { resourceMissing } from "../server/stripe-error";
import { OBJECT_KINDS, type ObjectName, type ObjectTypes, type WireEvent } from "../store/object-types";
import { type Store } from "../store/store";
import { type Clock } from "./clock";
import { changedAttributes } from "./changed-attributes";
import { newId } from "./ids";

/** The API call that causes what happens; events name it. */
export interface RequestOrigin {
  id: string | null;
  idempotencyKey: string | null;
}

export interface EngineParts {
  contract: Contract;
  store: Store;
  clock: Clock;
  /** `http://127.0.0.1:4242`: where hosted pages live. */
  origin: () => string;
  /** Checks an event and puts it on its way to the endpoints that listen for it. */
  publish: (event: WireEvent) => void;
  /** Days from each failed attempt to pay an invoice to the next one. */
  invoiceRetryDays?: number[];
}

/** https://docs.stripe.com/billing/revenue-recovery/smart-retries#custom: Stripe's own smart retries keep their times to themselves. */
const INVOICE_RETRY_DAYS = [3, 5, 7];

/** Reads, writes and events, on behalf of one request (or of time passing). */
export class Engine {
  readonly store: Store;
  readonly #parts: EngineParts;
  readonly #request: RequestOrigin;

  constructor(parts: EngineParts, request: RequestOrigin = { id: null, idempotencyKey: null }) {
    this.#parts = parts;
    this.#request = request;
    this.store = parts.store;
  }

  get contract(): Contract {
    return this.#parts.contract;
  }

  get now(): number {
    return this.#parts.clock.now();
  }

  /** The test clock whose time it is; null: the stand-in's own. */
  get testClock(): string | null {
    return this.#parts.clock.testClock;
  }

  /** After how many days each failed attempt to collect an invoice is followed by the next. */
  get invoiceRetryDays(): number[] {
    return this.#parts.invoiceRetryDays ?? INVOICE_RETRY_DAYS;
  }

  /**
   * Runs `work` in the time of a test clock: `now` is its frozen time, and what is scheduled goes by it.
   * Null runs it in the time that it is already. Routes that act on an object of a clock wrap what they do.
   */
  inTimeOf<Result>(testClock: string | null, work: () => Result): Result {
    if (testClock === null) return work();
    const { frozen_time: second } = this.require("test_helpers.test_clock", testClock, "test_clock");
    return this.#parts.clock.at(second, testClock, work);
  }

  /** The same, but nobody hears of what it does: for what is undone again. */
  get unheard(): Engine {
    return new Engine({ ...this.#parts, publish: () => undefined }, this.#request);
  }

  /** Lets `kind` (a handler of due-queue.ts) happen to the object at a second of the current clock; replaces an earlier one. */
  schedule(kind: string, objectId: string, at: number): void {
    this.store.due.schedule({ clock: this.testClock, at, kind, objectId });
  }

  pageUrl(path: string): string {
    return `${this.#parts.origin()}${path}`;
  }

  /** A complete object of the type, with what the caller means; stored, and nothing told about it. */
  create<Name extends ObjectName>(
    name: Name,
    values: Partial<ObjectTypes[Name]>,
    hidden: object | null = null,
  ): ObjectTypes[Name] {
    const empty = defaultObject(this.contract, name);
    const id = values.id ?? newId(OBJECT_KINDS[name].prefix);
    const stamp = "created" in empty ? { id, created: this.now } : { id };
    const object = { ...empty, ...stamp, ...values } as ObjectTypes[Name];
    return this.store.objects.insert(object, { created: this.now, hidden });
  }

  /** Fails as Stripe does when there is no such object; `param` names the parameter that held the id. */
  require<Name extends ObjectName>(name: Name, id: string, param?: string): ObjectTypes[Name] {
    const object = this.store.objects.find(name, id);
    if (!object) throw resourceMissing(OBJECT_KINDS[name].label, id, param);
    return object;
  }

  /** Saves the changes and, if there are any, emits the event with what was there before. */
  update<T extends ObjectTypes[ObjectName]>(
    object: T,
    changes: Partial<T>,
    eventType: string | null = null,
  ): T {
    const previous = changedAttributes(object, changes, Object.keys(changes));
    if (Object.keys(previous).length === 0) return object;
    const saved = this.store.objects.save({ ...object, ...changes });
    if (eventType) this.emit(eventType, saved, previous);
    return saved;
  }

  /** Part of the surrounding transaction: an event exists exactly when its state change does. */
  emit(type: string, object: unknown, previous?: Record<string, unknown>): void {
    const event: WireEvent = {
      id: newId(OBJECT_KINDS.event.prefix),
      object: "event",
      api_version: this.contract.apiVersion,
      created: this.now,
      data: { object, ...(previous ? { previous_attributes: previous } : {}) },
      livemode: false,
      pending_webhooks: 0,
      request: { id: this.#request.id, idempotency_key: this.#request.idempotencyKey },
      type,
    };
    this.store.objects.insert(event, { created: event.created, hidden: null });
    this.#parts.publish(event);
  }
}
