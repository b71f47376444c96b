import { z } from "zod";
import { clockOfObject } from "../engine/clock-of";
import { decideDispute } from "../engine/disputes/decide-dispute";
import { DISPUTE_REASONS } from "../engine/disputes/dispute-reasons";
import { openDispute } from "../engine/disputes/open-dispute";
import { Engine, type EngineParts } from "../engine/engine";

const disputeBody = z.union([
  z.strictObject({
    charge: z.string().describe("opens a dispute of this charge"),
    reason: z.enum(DISPUTE_REASONS).default("fraudulent"),
    status: z.enum(["needs_response", "warning_needs_response"]).default("needs_response"),
    amount: z.coerce.number().int().min(1).optional(),
  }),
  z.strictObject({
    dispute: z.string().describe("decides this dispute"),
    status: z.enum(["won", "lost", "escalated"]),
  }),
]);

/** Opens a dispute of any charge, or says what the bank decided about one. */
export function controlDispute(parts: EngineParts, body: unknown): unknown {
  const wanted = disputeBody.parse(body);
  const engine = new Engine(parts);
  const id = "charge" in wanted ? wanted.charge : wanted.dispute;
  return parts.store.transaction(() =>
    engine.inTimeOf(clockOfObject(parts.store, id), () => {
      if ("dispute" in wanted) {
        return decideDispute(engine, engine.require("dispute", id), wanted.status);
      }
      const caseType = wanted.status === "needs_response" ? "chargeback" : "inquiry";
      const amount = wanted.amount === undefined ? {} : { amount: wanted.amount };
      return openDispute(engine, engine.require("charge", id), {
        reason: wanted.reason,
        caseType,
        ...amount,
      });
    }),
  );
}
