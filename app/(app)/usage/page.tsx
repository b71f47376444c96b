import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { openMemberPage } from "@/lib/auth";
import { Details } from "./_components/details";
import { ExportLinks } from "./_components/export-links";
import { Headline } from "./_components/headline";
import { NothingUsed } from "./_components/nothing-used";
import { RangeLine } from "./_components/range-line";
import { UsageBar } from "./_components/usage-bar";
import { WhatIsLeft } from "./_components/what-is-left";
import { everything, selectDays } from "./_datasets/usage-question";
import { readRange } from "./_range/read-search";
import { readRecentUsage, readUsageOf } from "./read-usage";
import { loadUsageSearch } from "./search-params";

export const metadata: Metadata = { title: "Usage" };

export default async function UsagePage({ searchParams }: PageProps<"/usage">) {
  const { user, ctx } = await openMemberPage();
  const [search, { zone, today, firstDay }] = await Promise.all([
    loadUsageSearch(searchParams),
    readRecentUsage(ctx, user.id),
  ]);
  const asked = readRange(search, today);
  const { range, before } = asked;
  const days = await readUsageOf(ctx, user.id, { from: before.from, to: range.to });
  const shown = selectDays(days, range, search);
  return (
    <>
      <PageHeader
        title="Usage"
        description={<RangeLine asked={asked} zone={zone} ownZone={user.timeZone} today={today} />}
        action={firstDay === null ? null : <ExportLinks search={search} asked={asked} />}
      />
      <UsageBar search={search} asked={asked} days={selectDays(days, range, everything)} />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem] xl:grid-rows-[auto_1fr]">
        {shown.length === 0 ? (
          <NothingUsed search={search} everUsed={firstDay !== null} />
        ) : (
          <Headline
            asked={asked}
            days={shown}
            before={selectDays(days, before, search)}
            compared={firstDay !== null && firstDay <= before.to}
          />
        )}
        <WhatIsLeft ctx={ctx} userId={user.id} />
        {shown.length === 0 ? null : <Details asked={asked} days={shown} view={search.chart} />}
      </div>
    </>
  );
}
