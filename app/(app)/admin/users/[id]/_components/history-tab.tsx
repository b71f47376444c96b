import { AuditTable } from "@/app/(app)/admin/_components/audit-table";
import { Card, CardHeader } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { listAudit } from "@/lib/audit";
import { isUuid } from "@/lib/shared/is-uuid";
import { toPersonHref } from "../search-params";
import type { TabProps } from "./tab-props";

/** What admins did for or saw of this person. */
export async function HistoryTab({ ctx, userId, before, after }: TabProps) {
  const cursor = (text: string | null) => (text !== null && isUuid(text) ? text : null);
  const page = await listAudit(ctx, { userId, before: cursor(before), after: cursor(after) });
  return (
    <Card aria-labelledby="admin-history">
      <CardHeader id="admin-history" title="Admin history" description="Every look and every change." />
      <div className="mt-4">
        <AuditTable entries={page.entries} />
      </div>
      <Pagination
        label="Pages of the admin history"
        previousHref={page.newer ? toPersonHref(userId, { tab: "history", after: page.newer }) : null}
        nextHref={page.older ? toPersonHref(userId, { tab: "history", before: page.older }) : null}
      />
    </Card>
  );
}
