import { Download } from "lucide-react";
import type { Metadata } from "next";
import { AuditTable } from "@/app/(app)/admin/_components/audit-table";
import { buttonStyles } from "@/components/ui/button-styles";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { findAuditFilter, findLastCheck, listAudit } from "@/lib/audit";
import { isUuid } from "@/lib/shared/is-uuid";
import { openAdminContext } from "../admin-context";
import { AuditFilters } from "./_components/audit-filters";
import { ChainCard } from "./_components/chain-card";
import { loadAuditSearch, toAuditHref, toExportHref } from "./search-params";

export const metadata: Metadata = { title: "Audit log" };

const cursor = (text: string | null) => (text !== null && isUuid(text) ? text : null);

export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const { ctx } = await openAdminContext();
  const { before, after, ...search } = await loadAuditSearch(searchParams);
  const [filter, check] = await Promise.all([findAuditFilter(ctx, search), findLastCheck(ctx.db)]);
  const page = await listAudit(ctx, { ...filter, before: cursor(before), after: cursor(after) });
  return (
    <>
      <PageHeader
        title="Audit log"
        description="Every look at a person and every change by an admin, the command line or a job. Nothing here can be changed or taken out."
        action={
          <a href={toExportHref(search)} download className={buttonStyles({ variant: "secondary" })}>
            <Download aria-hidden="true" />
            Export CSV
          </a>
        }
      />
      <ChainCard check={check} />
      <Card aria-label="Entries">
        <AuditFilters search={search} />
        <AuditTable entries={page.entries} />
        <Pagination
          label="Pages of the audit log"
          previousHref={page.newer ? toAuditHref({ ...search, after: page.newer }) : null}
          nextHref={page.older ? toAuditHref({ ...search, before: page.older }) : null}
        />
      </Card>
    </>
  );
}
