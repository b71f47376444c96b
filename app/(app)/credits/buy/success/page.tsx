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
import { toOutcomeWords } from "./_components/outcome-words";
import { PurchaseSummary } from "./_components/purchase-summary";

export const metadata: Metadata = { title: "Your purchase" };

/** Somebody else's session, and one that never was, are not told apart. */
async function findPurchase(sessionId: unknown): Promise<{ purchase: Purchase; userId: string }> {
  const { id: userId, role, sessionId: ownSession } = await requireUser();
  const ctx = actingAs(getContext(), { kind: "user", userId, role, sessionId: ownSession });
  try {
    return { purchase: await confirmPurchase(ctx, typeof sessionId === "string" ? sessionId : ""), userId };
  } catch (error) {
    if (error instanceof CheckoutNotFound) notFound();
    throw error;
  }
}

export default async function PurchasePage({ searchParams }: PageProps<"/credits/buy/success">) {
  const { session_id: sessionId } = await searchParams;
  const { purchase, userId } = await findPurchase(sessionId);
  const balance = await getBalance(getContext(), userId); // after the credits are in
  const { tone, title, text } = toOutcomeWords(purchase);
  const completed = purchase.status === "completed";
  return (
    <>
      <PageHeader
        title="Your purchase"
        parents={[
          { label: "Credits", href: "/credits" },
          { label: "Buy credits", href: "/credits/buy" },
        ]}
      />
      <Alert tone={tone} title={title} className="mb-6">
        {text}
      </Alert>
      <PurchaseSummary purchase={purchase} balance={balance} />
      <div className="mt-6 flex flex-wrap gap-2">
        {completed ? <LinkButton href="/services">Use a service</LinkButton> : null}
        <LinkButton href="/credits/buy" variant={completed ? "secondary" : "primary"}>
          {completed ? "Buy more" : "Back to the packs"}
        </LinkButton>
        <LinkButton href="/credits/history" variant="secondary">
          See the history
        </LinkButton>
      </div>
      {completed ? <RefreshOnce /> : null}
    </>
  );
}
