import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RefreshOnce } from "@/components/layout/refresh-once";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireUser } from "@/lib/auth";
import { CheckoutNotFound, confirmPurchase, type Purchase } from "@/lib/checkout";
import { actingAs, getContext } from "@/lib/context";
import { getBalance } from "@/lib/credits";
import { getPlan } from "@/lib/subscriptions";
import { toPlanTitle } from "../_components/plan-words";
import { toOutcomeWords } from "./_components/outcome-words";
import { PlanBegun } from "./_components/plan-begun";

export const metadata: Metadata = { title: "Your plan" };

/** Somebody else's session, and one that never was, are not told apart. */
async function findPurchase(session: unknown): Promise<{ purchase: Purchase; userId: string }> {
  const { id: userId, role, sessionId } = await requireUser();
  const ctx = actingAs(getContext(), { kind: "user", userId, role, sessionId });
  try {
    const purchase = await confirmPurchase(ctx, typeof session === "string" ? session : "");
    if (purchase.kind !== "plan") notFound();
    return { purchase, userId };
  } catch (error) {
    if (error instanceof CheckoutNotFound) notFound();
    throw error;
  }
}

export default async function PlanBegunPage({ searchParams }: PageProps<"/billing/plans/success">) {
  const { session_id: session } = await searchParams;
  const { purchase, userId } = await findPurchase(session);
  const ctx = getContext();
  const [plan, balance] = await Promise.all([getPlan(ctx.db, userId), getBalance(ctx, userId)]);
  const hasIt = plan !== null && toPlanTitle(plan) === purchase.itemName;
  const { tone, title, text } = toOutcomeWords(purchase, hasIt);
  const begun = purchase.status === "completed" && hasIt ? plan : null;
  return (
    <>
      <PageHeader
        title="Your plan"
        parents={[
          { label: "Billing", href: "/billing" },
          { label: "Plans", href: "/billing/plans" },
        ]}
      />
      <Alert tone={tone} title={title} className="mb-6">
        {text}
      </Alert>
      {begun ? <PlanBegun plan={begun} balance={balance} /> : null}
      <div className="mt-6 flex flex-wrap gap-2">
        {begun ? <LinkButton href="/services">Use a service</LinkButton> : null}
        <LinkButton href="/billing/plans" variant={begun ? "secondary" : "primary"}>
          {begun ? "See your plan" : "Back to the plans"}
        </LinkButton>
        <LinkButton href="/billing/history" variant="secondary">
          Payment history
        </LinkButton>
      </div>
      {begun ? <RefreshOnce /> : null}
    </>
  );
}
