import type { Db } from "@/lib/db";
import type { PaymentGateway } from "@/lib/ports/payment-gateway";
import type { ReadingRange } from "@/lib/ports/reconciliation-gateway";
import type { OurRow, Source } from "./our-queries";
import type { Span } from "./policy";
import type { Difference, ReconciledObject } from "./types";

export type Finding = Pick<Difference, "kind" | "reason" | "here" | "there"> & {
  /** Unless said otherwise, a convergence repairs it. */
  repairable?: boolean;
};

/** A kind of object: how both sides are read, and what may differ. */
export interface Matter<There, Ours extends OurRow> {
  object: ReconciledObject;
  source: Source;
  /** All that Stripe has of a range, which is a part of the window or, where `spans` says so, older. */
  list(payments: PaymentGateway, range: ReadingRange, window: Span): AsyncIterable<There>;
  lookUp(payments: PaymentGateway, id: string): Promise<There | null>;
  /** The times to read, when they are not the window's. */
  spans?(db: Db, window: Span): Promise<Span[]>;
  /** Adds what our side must know to compare. */
  complete?(db: Db, there: There[]): Promise<There[]>;
  idOf(there: There): string;
  customerOf(there: There): string | null;
  madeAt(there: There): Date;
  compare(there: There, ours: Ours): Finding[];
  /** Nothing has happened to it yet that is worth a row of ours. */
  isNothing?(there: There): boolean;
  /** False where it does not matter that Stripe does not know our row. */
  isMissed?(ours: Ours): boolean;
}
