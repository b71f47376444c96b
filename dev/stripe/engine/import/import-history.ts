import { type EngineParts } from "../engine";
import { importCard, importCustomer, importPrice } from "./import-customer";
import { continueInvoice, importInvoice } from "./import-invoice";
import { importIntent, importInvoicePayment, importTry } from "./import-payment";
import { type History } from "./import-records";
import { closeImportedDispute, importDispute, importRefund } from "./import-returns";
import { continueSubscription, importSubscription } from "./import-subscription";
import { ImportingEngine } from "./importing-engine";

/** What happened at a second. Of one second, what others refer to comes first. */
interface Act {
  at: number;
  run: (engine: ImportingEngine) => void;
}

function moneyActs({ payments, refunds, disputes }: History): Act[] {
  const paid = payments.flatMap((record): Act[] => [
    { at: record.tries[0]?.at ?? 0, run: (engine) => importIntent(engine, record) },
    ...record.tries.map((attempt) => ({
      at: attempt.at,
      run: (engine: ImportingEngine) => importTry(engine, record, attempt),
    })),
  ]);
  const returned = refunds.map((record): Act => ({
    at: record.created,
    run: (engine) => importRefund(engine, record),
  }));
  const disputed = disputes.flatMap((record): Act[] => [
    { at: record.created, run: (engine) => importDispute(engine, record) },
    ...(record.closed
      ? [{ at: record.closed.at, run: (engine: ImportingEngine) => closeImportedDispute(engine, record) }]
      : []),
  ]);
  return [...paid, ...returned, ...disputed];
}

function allActs(history: History): Act[] {
  const { prices, customers, cards, subscriptions, invoices } = history;
  const acts = [
    ...prices.map((record): Act => ({ at: record.created, run: (engine) => importPrice(engine, record) })),
    ...customers.map((one): Act => ({ at: one.created, run: (engine) => importCustomer(engine, one) })),
    ...cards.map((record): Act => ({ at: record.created, run: (engine) => importCard(engine, record) })),
    ...subscriptions.map((one): Act => ({
      at: one.created,
      run: (engine) => importSubscription(engine, one),
    })),
    ...invoices.map((one): Act => ({ at: one.created, run: (engine) => importInvoice(engine, one) })),
    ...moneyActs(history),
  ];
  return acts.sort((a, b) => a.at - b.at);
}

/** What is there already is as it is. */
function unknownOf(parts: EngineParts, history: History): History {
  const { objects } = parts.store;
  const unknown = ([kind, records]: [string, { id: string }[]]) => [
    kind,
    records.filter(({ id }) => objects.findEvenDeleted(id) === null),
  ];
  return Object.fromEntries(Object.entries(history).map(unknown)) as History;
}

/**
 * Lets a history be there as if it had happened here: in the order of its time, so that lists are, under its own ids, and
 * without events. Subscriptions, retries and disputes that are not over go on by themselves. Needs a transaction; what is
 * known by its id is left alone, so that a repetition changes nothing.
 * @returns how many records of each kind were new
 */
export function importHistory(parts: EngineParts, given: History): Record<keyof History, number> {
  const history = unknownOf(parts, given);
  const engine = new ImportingEngine(parts);
  for (const { at, run } of allActs(history)) parts.clock.at(at, null, () => run(engine));
  for (const record of history.payments) if (record.invoice) importInvoicePayment(engine, record);
  for (const record of history.invoices) continueInvoice(engine, record);
  for (const record of history.subscriptions) continueSubscription(engine, record);
  return Object.fromEntries(
    Object.entries(history).map(([kind, records]) => [kind, records.length]),
  ) as Record<keyof History, number>;
}
