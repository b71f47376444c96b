import type { SignedInUser } from "@/lib/auth";
import type { BillingInterval, PlanForSale } from "@/lib/catalog/types";
import type { Plan } from "@/lib/subscriptions/types";
import { readPreview } from "../read-preview";
import { toPlansHref } from "../search-params";
import { CancelDialog } from "./cancel-dialog";
import { ChangeDialog } from "./change-dialog";

interface PlanDialogsProps {
  user: SignedInUser;
  plan: Plan;
  prices: readonly PlanForSale[];
  interval: BillingInterval;
  search: { to: string | null; cancel: boolean | null };
}

/** The dialog that the address asks for, if it makes sense for this plan. */
export async function PlanDialogs({ user, plan, prices, interval, search }: PlanDialogsProps) {
  const closeHref = toPlansHref({ interval });
  if (search.cancel) return plan.cancelsAt ? null : <CancelDialog plan={plan} closeHref={closeHref} />;
  const offer = prices.find(({ price }) => price.lookupKey === search.to);
  if (!offer) return null;
  const result = await readPreview(user, offer.price.lookupKey);
  return <ChangeDialog plan={plan} offer={offer} result={result} closeHref={closeHref} />;
}
