import { FormError } from "@/components/forms/form-error";
import type { QuotaPlan } from "@/components/quotas/next-plan-rows";
import { QuotaRefused } from "@/components/quotas/quota-refused";
import { FocusOnShow } from "./focus-on-show";
import { toProblemWords } from "./problem-words";
import type { FormProblem } from "./send-form";

type FormRefusalProps = { problem: FormProblem; plan: QuotaPlan };

/** Why the form as a whole was refused. What was typed stays. */
export function FormRefusal({ problem, plan }: FormRefusalProps) {
  if (problem.quota)
    // On a phone the button is far below what it was answered with.
    return (
      <div className="-mb-6">
        <FocusOnShow label="Limit reached">
          <QuotaRefused refusal={problem.quota} plan={plan} kept="Your input is still here." />
        </FocusOnShow>
      </div>
    );
  const { title, text } = toProblemWords(problem.code);
  return <FormError title={title}>{text}</FormError>;
}
