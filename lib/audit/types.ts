import type { Actor } from "@/lib/ports/actor";

/** What is written down. Reads of a person are `*_viewed`; everything else changed something. */
export const auditActions = [
  "user_searched",
  "user_viewed",
  "user_viewed_as",
  "page_viewed_as",
  "viewing_ended",
  "payment_viewed",
  "payments_searched",
  "stripe_object_viewed",
  "charge_registered",
  "audit_exported",
  "usage_exported",
  "usage_reports_scheduled",
  "usage_report_asked",
  "credits_adjusted",
  "credits_adjustment_reversed",
  "debt_forgiven",
  "refund_asked",
  "refund_approved",
  "refund_declined",
  "refund_withdrawn",
  "user_suspended",
  "user_restored",
  "email_verified",
  "email_changed",
  "role_changed",
  "sessions_ended",
  "password_reset_sent",
  "two_factor_reset",
  "passkeys_removed",
  "sign_in_unlocked",
  "plan_canceled",
  "plan_resumed",
  "plan_ended",
  "plan_changed",
  "plan_change_undone",
  "plan_paused",
  "plan_unpaused",
  "trial_extended",
  "complimentary_plan_given",
  "complimentary_plan_ended",
  "quota_override_set",
  "quota_override_ended",
  "reconciliation_run",
  "difference_repaired",
  "webhook_viewed",
  "webhook_replayed",
  "catalogue_synced",
  "service_changed",
  "job_run",
  "job_retried",
  "ledger_verified",
  "audit_verified",
  "disputes_listed",
  "messages_listed",
  "message_viewed",
  "message_answered",
  "message_closed",
] as const;
export type AuditAction = (typeof auditActions)[number];

export const auditTargets = [
  "user",
  "payment",
  "refund",
  "subscription",
  "credit_entry",
  "webhook",
  "difference",
  "catalogue",
  "service",
  "job",
  "ledger",
  "audit",
  "message",
  "stripe_object",
] as const;
type AuditTarget = (typeof auditTargets)[number];

/** Plain facts; never a secret, a token or a password. */
export type AuditFacts = Readonly<
  Record<string, string | number | boolean | bigint | Date | null | readonly string[]>
>;

export interface AuditedAct {
  actor: Actor;
  /** Where it was asked from; null for the command line and jobs. */
  origin: { ip: string | null; userAgent: string | null } | null;
  action: AuditAction;
  target: { type: AuditTarget; id: string };
  /** The person whom it concerns. */
  userId?: string | null;
  reason?: string | null;
  before?: AuditFacts | null;
  after?: AuditFacts | null;
  now: Date;
}

/** An entry as pages show it; people by the address they have now. */
export interface AuditLine {
  id: string;
  at: Date;
  action: string;
  /** The admin's address, or the name of the command line or job. */
  actor: string;
  actorId: string | null;
  targetType: string;
  targetId: string;
  userId: string | null;
  userEmail: string | null;
  reason: string | null;
  before: unknown;
  after: unknown;
  ip: string | null;
  userAgent: string | null;
}

export interface AuditFilter {
  actorId?: string;
  userId?: string;
  actions?: readonly AuditAction[];
  /** The id of a person, or of a thing, that it concerned. */
  aboutId?: string;
  /** The first instant of the range, and the first after it. */
  from?: Date;
  to?: Date;
}

/** A page, newest first. The cursors are null at the ends. */
export interface AuditPage {
  entries: AuditLine[];
  older: string | null;
  newer: string | null;
}

export interface AuditProblem {
  stream: string;
  /** The first entry that is not as it was written, or the one that is missing. */
  seq: string;
  problem: "changed" | "missing" | "not_chained" | "end_differs";
}

export interface AuditReport {
  streams: number;
  entries: number;
  problems: AuditProblem[];
}

/** A verification of the whole record, by whom and with what it found. */
export interface AuditCheck {
  at: Date;
  by: string;
  entries: number;
  problems: number;
}
