import { createHash } from "node:crypto";
import { StalePreview } from "./errors";

/** Longer ago, prices and periods may differ from what was shown. */
const previewLivesMs = 10 * 60_000;

/** The clocks of our servers, and Stripe's, differ by no more. */
export const skewMs = 5 * 60_000;

/** Stripe prorates to the second: a preview of the same second is the same preview. */
export function toSecond(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / 1_000) * 1_000);
}

/** Names a preview of an instant: a digest of all that a person sees before they confirm. */
export function tokenFor(instant: Date, seen: unknown): string {
  const text = JSON.stringify(seen, (_key, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  const seconds = Math.floor(instant.getTime() / 1_000);
  return `${seconds}.${createHash("sha256").update(text).digest("base64url")}`;
}

/** The instant of the preview. One further ahead would bill less than is due. @throws StalePreview */
export function instantOf(token: string, now: Date): Date {
  const instant = new Date(Number(token.split(".")[0]) * 1_000);
  const age = now.getTime() - instant.getTime();
  if (!(age >= -skewMs && age <= previewLivesMs)) throw new StalePreview();
  return instant;
}
