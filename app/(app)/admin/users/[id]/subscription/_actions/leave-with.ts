import { redirect } from "next/navigation";
import { readRequestOrigin } from "@/lib/auth";
import { toPlanTabHref, type PlanAct } from "../acted";

/** Back to the plan, which says what was done. */
export function leaveWith(userId: string, act: PlanAct): never {
  redirect(toPlanTabHref(userId, act));
}

/** Why an admin acts, and from where. */
export async function becauseOf(reason: string) {
  const { ip, userAgent } = await readRequestOrigin();
  return { reason, origin: { ip, userAgent } };
}

export const planActLimit = { points: 60, windowSeconds: 600 };
