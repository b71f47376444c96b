import { createHash } from "node:crypto";
import { StalePreview } from "./errors";
import type { Plan } from "./types";

type Shown = Omit<Plan, "planKey" | "startedAt" | "endedAt">;

/** Names the state of a plan in which something was previewed: all that an admin sees of it before they confirm. */
export function planTokenOf(plan: Shown): string {
  const { id, status, stripePriceId, amountMinor, periodEndsAt, trialEndsAt, cancelsAt, paused } = plan;
  const { resumesAt, next } = plan;
  const dates = [periodEndsAt, trialEndsAt, cancelsAt, resumesAt, next?.startsAt ?? null];
  const seen = [id, status, stripePriceId, String(amountMinor), paused, next?.planName ?? null, ...dates];
  return createHash("sha256").update(JSON.stringify(seen)).digest("base64url");
}

/** @throws StalePreview where the plan is another one than it was shown as */
export function assertStill(plan: Shown, token: string | undefined): void {
  if (token !== undefined && token !== planTokenOf(plan)) throw new StalePreview();
}
