import type { Actor } from "@/lib/ports/actor";
import { ReconciliationForbidden, UnknownDifference } from "./errors";
import {
  differenceKinds,
  reconciledObjects,
  type Difference,
  type DifferenceKind,
  type ReconciledObject,
} from "./types";

/**
 * @returns who it is, for the log
 * @throws ReconciliationForbidden
 */
export function requireOperator(actor: Actor): string {
  if (actor.kind === "system") return `system:${actor.name}`;
  if (actor.kind === "user" && actor.role === "admin") return actor.userId;
  throw new ReconciliationForbidden();
}

export function keyOf({ object, id, kind, reason }: Pick<Difference, "object" | "id" | "kind" | "reason">) {
  return `${object}:${id}:${kind}:${reason}`;
}

/**
 * What a key is about. Whether it still is a difference shows when the object is compared again.
 * @throws UnknownDifference
 */
export function readKey(key: string): { object: ReconciledObject; id: string; kind: DifferenceKind } {
  const [, objectName, id, kindName] = /^([a-z]+):(\w+):([a-z_]+):[a-z_]+$/.exec(key) ?? [];
  const object = reconciledObjects.find((name) => name === objectName);
  const kind = differenceKinds.find((name) => name === kindName);
  if (!object || !id || !kind) throw new UnknownDifference(key);
  return { object, id, kind };
}

export interface Span {
  since: Date;
  until: Date;
}

const dayMs = 86_400_000;
const secondMs = 1_000;

/** Stripe's lists are asked for whole seconds. */
export const toSecond = (date: Date) => new Date(Math.ceil(date.getTime() / secondMs) * secondMs);

/** Up to a month day by day, else week by week: what lies in one span is held in memory. */
export function spansOf({ since, until }: Span): Span[] {
  const lengthMs = until.getTime() - since.getTime() > 31 * dayMs ? 7 * dayMs : dayMs;
  return cut({ since, until }, lengthMs);
}

/** A span in pieces of at most this length, oldest first. */
export function cut({ since, until }: Span, lengthMs: number): Span[] {
  const spans: Span[] = [];
  for (let from = since; from < until;) {
    const to = new Date(Math.min(from.getTime() + lengthMs, until.getTime()));
    spans.push({ since: from, until: to });
    from = to;
  }
  return spans;
}
