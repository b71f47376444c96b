import { DomainError } from "@/lib/shared/errors";
import { registerCharge } from "./register-charge";
import type { Repair } from "./types";

type Wish = Pick<Parameters<typeof registerCharge>[1], "paymentIntentId" | "userId" | "lookupKey">;

/**
 * What registering a charge would write, by the registration itself in a transaction that is rolled back; or the code of
 * what it would be refused with.
 */
export async function previewRegistration(
  ctx: Parameters<typeof registerCharge>[0],
  wish: Wish,
): Promise<Repair | { code: string }> {
  try {
    return await registerCharge(ctx, { ...wish, reason: "preview", origin: null }, { dryRun: true });
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code };
    throw error;
  }
}
