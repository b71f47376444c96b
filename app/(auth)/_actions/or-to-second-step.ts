import { redirect } from "next/navigation";
import { SecondStepRequired } from "@/lib/two-factor";

/** Leads to the second step who owes one; anything else that goes wrong is for the form to say. */
export async function orToSecondStep(signIn: () => Promise<void>): Promise<void> {
  try {
    await signIn();
  } catch (error) {
    if (error instanceof SecondStepRequired) redirect("/sign-in/two-factor");
    throw error;
  }
}
