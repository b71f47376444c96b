import type { Metadata, Route } from "next";
import { Card, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { listRuns } from "@/lib/reconciliation";
import { openAdminContext } from "../admin-context";
import { IdForm } from "./_components/id-form";
import { RunProgress } from "./_components/run-progress";
import { RunTable } from "./_components/run-table";
import { StartForm } from "./_components/start-form";
import { loadListSearch } from "./search-params";

export const metadata: Metadata = { title: "Reconciliation" };

const lookBackMs = 7 * 86_400_000;

export default async function ReconciliationPage({ searchParams }: PageProps<"/admin/reconciliation">) {
  const { ctx } = await openAdminContext();
  const { before } = await loadListSearch(searchParams);
  const { runs, older } = await listRuns(ctx, before);
  const running = runs.find(({ status }) => status === "running");
  const since = new Date(ctx.clock.now().getTime() - lookBackMs).toISOString().slice(0, 10);
  return (
    <>
      <PageHeader
        title="Reconciliation"
        description="Stripe's books held against ours, in both directions. Comparing changes nothing."
      />
      {running ? (
        <RunProgress run={running} />
      ) : (
        <Card aria-labelledby="start" className="mb-6">
          <CardHeader
            id="start"
            title="Start a run"
            description="It goes on by itself, one at a time, and survives a restart."
          />
          <StartForm since={since} />
        </Card>
      )}
      <Card aria-labelledby="by-id" className="mb-6">
        <CardHeader
          id="by-id"
          title="Investigate an id"
          description="Paste any of Stripe's ids: what it is there and here, whose, what differs, what can be done."
        />
        <IdForm />
      </Card>
      <Card aria-labelledby="runs">
        <CardHeader id="runs" title="Runs" />
        <div className="mt-3">
          <RunTable runs={runs} />
        </div>
        <Pagination
          label="Pages of runs"
          previousHref={before ? "/admin/reconciliation" : null}
          nextHref={older ? (`/admin/reconciliation?before=${older}` as Route) : null}
        />
      </Card>
    </>
  );
}
