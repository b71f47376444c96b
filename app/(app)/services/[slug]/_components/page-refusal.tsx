import { FormError } from "@/components/forms/form-error";
import { findReached } from "@/components/quotas/meter-share";
import { QuotaRefused } from "@/components/quotas/quota-refused";
import type { AppContext } from "@/lib/context";
import { findEntitlement, getQuotaMeters } from "@/lib/quotas";
import { toProblemWords } from "./problem-words";

type PageRefusalProps = {
  ctx: AppContext;
  userId: string;
  /** The code that a form without a script was answered with. */
  problem: string;
  ofService: Readonly<Record<string, string>>;
};

/** Why a form that the browser itself sent was refused. A limit is told as it stands now. */
export async function PageRefusal({ ctx, userId, problem, ofService }: PageRefusalProps) {
  const reached =
    problem === "quotas.exceeded" ? findReached(await getQuotaMeters(ctx, userId), "run") : null;
  const { title, text } = toProblemWords(problem, ofService);
  return (
    <div className="mb-6">
      {reached ? (
        <QuotaRefused refusal={reached} plan={await findEntitlement(ctx, userId)} />
      ) : (
        <FormError title={title}>{text}</FormError>
      )}
    </div>
  );
}
