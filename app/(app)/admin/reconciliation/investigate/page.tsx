import type { Metadata } from "next";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { investigateId } from "@/lib/transactions";
import type { Route } from "next";
import { openAdminContext } from "../../admin-context";
import { IdForm } from "../_components/id-form";
import { DifferencesCard } from "./_components/differences-card";
import { ObjectCard } from "./_components/object-card";
import { RegisterCard } from "./_components/register-card";
import { registerNotices } from "./_components/register-words";
import { loadInvestigation } from "./search-params";

export const metadata: Metadata = { title: "Investigate" };

export default async function InvestigatePage({
  searchParams,
}: PageProps<"/admin/reconciliation/investigate">) {
  const { ctx, origin } = await openAdminContext();
  const { id, person, pack, notice } = await loadInvestigation(searchParams);
  const result = id ? await investigateId(ctx, { id, origin }) : null;
  return (
    <>
      <PageHeader
        title="Investigate an id"
        description="What one of Stripe's ids is, there and here, whose, what differs, and what can be done."
        parents={[{ label: "Reconciliation", href: "/admin/reconciliation" }]}
      />
      <Card aria-label="Id" className="mb-6">
        <IdForm id={id} />
      </Card>
      {notice ? <Alert {...registerNotices[notice]} className="mb-6" /> : null}
      {result?.outcome === "no_id" ? (
        <Alert tone="warning" title="This is none of Stripe's ids">
          They begin with letters and an underscore, such as pi_ or ch_. Addresses, names and amounts are
          looked for among payments.
        </Alert>
      ) : null}
      {result?.outcome === "unreachable" ? (
        <Alert
          tone="warning"
          title="Stripe does not answer"
          action={
            result.paymentId ? (
              <LinkButton href={`/admin/payments/${result.paymentId}` as Route} variant="secondary" size="sm">
                Open the payment that is here
              </LinkButton>
            ) : null
          }
        >
          Nothing was changed. {result.paymentId ? "It is here:" : "It is not here."} Ask Stripe again in a
          minute.
        </Alert>
      ) : null}
      {result?.outcome === "found" ? (
        <div className="flex flex-col gap-6">
          <ObjectCard finding={result.finding} />
          <DifferencesCard finding={result.finding} />
          <RegisterCard ctx={ctx} finding={result.finding} person={person} pack={pack} />
        </div>
      ) : null}
    </>
  );
}
