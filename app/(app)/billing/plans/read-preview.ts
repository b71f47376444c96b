import { actingAs, getContext } from "@/lib/context";
import type { SignedInUser } from "@/lib/auth";
import { consumeRateLimit } from "@/lib/rate-limits";
import { DomainError } from "@/lib/shared/errors";
import { previewPlanChange } from "@/lib/subscriptions";
import type { PlanChangePreview } from "@/lib/subscriptions/types";
import type { FailureWords } from "../_components/failure-words";
import { toFailureWords } from "./_components/failure-words";

/** Each preview asks Stripe. */
const limit = { name: "preview-plan-change", points: 60, windowSeconds: 600 };

export type PreviewResult =
  { preview: PlanChangePreview; failure: null } | { preview: null; failure: FailureWords };

/** What a change of this member's plan would do, or why that cannot be said. */
export async function readPreview(user: SignedInUser, lookupKey: string): Promise<PreviewResult> {
  const { id: userId, role, sessionId } = user;
  const ctx = actingAs(getContext(), { kind: "user", userId, role, sessionId });
  try {
    await consumeRateLimit(ctx.db, limit, [userId]);
    return { preview: await previewPlanChange(ctx, { lookupKey }), failure: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    ctx.log.warn({ err: error, lookupKey }, "a change of plan could not be previewed");
    return { preview: null, failure: toFailureWords({ code: error.code, meta: error.meta }) };
  }
}
