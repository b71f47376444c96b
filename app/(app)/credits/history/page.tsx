import { Download } from "lucide-react";
import { type Metadata } from "next";
import { type SearchParams } from "nuqs/server";

import { Card } from "@/components/ui/card";
import { buttonStyles } from "@/components/ui/button-styles";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { openMemberPage } from "@/lib/auth";
import { getBalance, listEntries } from "@/lib/credits";

import { EmptyHistory } from "./_components/empty-history";
import { HistoryFilters } from "@/components/credits/history-filters";
import { HistoryTable } from "@/components/credits/history-table";
import { UpcomingNote } from "@/components/credits/upcoming-note";
import { loadHistorySearch, toHistorySearch } from "@/components/credits/history-search";
import { isFiltered, toEntryFilter } from "@/components/credits/to-entry-filter";

export const metadata: Metadata = { title: "Credit history" };

const path = "/credits/history";

export default async function HistoryPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { user, ctx } = await openMemberPage();
  const { before, after, ...filter } = await loadHistorySearch(searchParams);
  const [balance, { entries, newer, older }] = await Promise.all([
    getBalance(ctx, user.id),
    listEntries(ctx, {
      userId: user.id,
      ...toEntryFilter(filter),
      ...(before === null ? {} : { before }),
      ...(after === null || before !== null ? {} : { after }),
      limit: 25,
    }),
  ]);
  return (
    <>
      <PageHeader
        title="History"
        parents={[{ label: "Credits", href: "/credits" }]}
        description="Every credit that came in or went out, with the balance after it. Nothing here is ever rewritten."
        action={
          <a
            href={toHistorySearch(`${path}/export`, filter)}
            download
            className={buttonStyles({ variant: "secondary" })}
          >
            <Download aria-hidden="true" />
            Export CSV
          </a>
        }
      />
      <Card aria-label="Movements">
        <HistoryFilters path={path} />
        {entries.length === 0 ? (
          <EmptyHistory filtered={isFiltered(filter)} />
        ) : (
          <>
            <UpcomingNote balance={balance} />
            <HistoryTable entries={entries} />
          </>
        )}
        <Pagination
          label="History pages"
          previousHref={newer === null ? null : toHistorySearch(path, { ...filter, after: newer })}
          nextHref={older === null ? null : toHistorySearch(path, { ...filter, before: older })}
        />
      </Card>
    </>
  );
}
