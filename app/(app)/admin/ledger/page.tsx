import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { getLedgerHealth } from "@/lib/ledger-checks";
import { ActForm } from "../_components/act-form";
import { openAdminContext } from "../admin-context";
import { submitLedgerCheck } from "./_actions/check-ledger";
import { HistoryCard } from "./_components/history-card";
import { Outcome } from "./_components/outcome-card";
import { ProblemsCard } from "./_components/problems-card";
import { TotalsCard } from "./_components/totals-card";

export const metadata: Metadata = { title: "Ledger" };

export default async function LedgerPage() {
  const { ctx } = await openAdminContext();
  const health = await getLedgerHealth(ctx);
  const { last, current, history, emails } = health;
  return (
    <>
      <PageHeader
        title="Ledger"
        description="Every balance is recomputed from its history, every night and whenever somebody asks."
        action={
          current ? null : (
            <ActForm
              id="check"
              action={submitLedgerCheck}
              label="Check now"
              variant="primary"
              reason={null}
            />
          )
        }
      />
      <div className="flex flex-col gap-6">
        <Outcome health={health} />
        {last && last.problemCount > 0 ? <ProblemsCard check={last} emails={emails} /> : null}
        {last?.totals ? <TotalsCard totals={last.totals} /> : null}
        {history.length > 0 ? <HistoryCard history={history} /> : null}
      </div>
    </>
  );
}
