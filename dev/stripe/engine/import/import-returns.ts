import { decideDispute } from "../disputes/decide-dispute";
import { EVIDENCE_IS_DUE, openDispute } from "../disputes/open-dispute";
import { createRefund } from "../refunds";
import { type DisputeRecord, type RefundRecord } from "./import-records";
import { type ImportingEngine } from "./importing-engine";

export function importRefund(engine: ImportingEngine, record: RefundRecord): void {
  const { id, charge, amount, reason, metadata } = record;
  engine.naming({ refund: id }, () =>
    createRefund(engine, { charge, amount, metadata, ...(reason ? { reason } : {}) }),
  );
}

/** Opened, and answerable until its own day. */
export function importDispute(engine: ImportingEngine, record: DisputeRecord): void {
  const { id, amount, reason, due_by: dueBy } = record;
  const charge = engine.require("charge", record.charge, "charge");
  const dispute = engine.naming({ dispute: id }, () =>
    openDispute(engine, charge, { reason, amount, caseType: "chargeback" }),
  );
  engine.update(dispute, { evidence_details: { ...dispute.evidence_details, due_by: dueBy } });
  engine.schedule(EVIDENCE_IS_DUE, id, dueBy + 1);
}

export function closeImportedDispute(engine: ImportingEngine, { id, closed }: DisputeRecord): void {
  if (closed) decideDispute(engine, engine.require("dispute", id), closed.status);
}
