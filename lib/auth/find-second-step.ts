import { getContext } from "@/lib/context";
import { findPendingSignIn, type PendingSignIn } from "@/lib/two-factor";
import { secondStepCookie } from "./second-step-cookie";

/** The sign-in that this browser began and that owes its second step, or null. */
export async function findSecondStep(): Promise<PendingSignIn | null> {
  return findPendingSignIn(getContext(), await secondStepCookie.read());
}
