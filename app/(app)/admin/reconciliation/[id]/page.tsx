import type { Metadata } from "next";
import { orNotFound } from "@/app/(app)/or-not-found";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { getRun } from "@/lib/reconciliation";
import { openAdminContext } from "../../admin-context";
import { AutoRefresh } from "../_components/auto-refresh";
import { RunProgress } from "../_components/run-progress";
import { loadRunSearch, toRunHref } from "../search-params";
import { DifferenceList } from "./_components/difference-list";
import { KindTabs } from "./_components/kind-tabs";

export const metadata: Metadata = { title: "Run" };

export default async function RunPage({ params, searchParams }: PageProps<"/admin/reconciliation/[id]">) {
  const { ctx } = await openAdminContext();
  const [{ id }, { kind, after }] = await Promise.all([params, loadRunSearch(searchParams)]);
  const detail = await orNotFound(() => getRun(ctx, { id, kind: kind ?? undefined, after }));
  const { run, kinds, differences, next } = detail;
  const waiting = run.status !== "running" && differences.some(({ queued }) => queued);
  return (
    <>
      <PageHeader
        title="Run"
        parents={[
          { label: "Admin", href: "/admin" },
          { label: "Reconciliation", href: "/admin/reconciliation" },
        ]}
      />
      <RunProgress run={run} />
      {waiting ? <AutoRefresh /> : null}
      <Card aria-label="Differences">
        <KindTabs runId={run.id} kinds={kinds} kind={kind} />
        <DifferenceList differences={differences} runId={run.id} running={run.status === "running"} />
        <Pagination
          label="Pages of differences"
          previousHref={after ? toRunHref(run.id, { kind }) : null}
          nextHref={next ? toRunHref(run.id, { kind, after: next }) : null}
        />
      </Card>
    </>
  );
}
