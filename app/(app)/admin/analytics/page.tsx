import type { Metadata } from "next";
import { Suspense } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin } from "@/lib/auth";
import { openAdminContext } from "../admin-context";
import { Blocks } from "./_components/blocks";
import { Live } from "./_components/live";
import { PrintButton } from "./_components/print-button";
import { QuestionBar } from "./_components/question-bar";
import { RangeLine } from "./_components/range-line";
import { SectionLinks } from "./_components/section-links";
import { readAddress } from "./read-address";
import { loadAnalyticsSearch } from "./search-params";

export const metadata: Metadata = { title: "Analytics" };

export default async function AnalyticsPage({ searchParams }: PageProps<"/admin/analytics">) {
  const [{ ctx }, { timeZone }] = await Promise.all([openAdminContext(), requireAdmin()]);
  const address = await loadAnalyticsSearch(searchParams);
  const { search, query, notes, ...read } = await readAddress(ctx, address);
  const asked = { ctx, query, search };
  return (
    <div className="print-alone">
      <PageHeader
        title="Analytics"
        description={<RangeLine query={query} running={read.running} />}
        action={
          <>
            <Suspense fallback={<span className="h-6 w-36" />}>
              <Live ctx={ctx} zone={address.zone} />
            </Suspense>
            <PrintButton />
          </>
        }
      />
      <QuestionBar {...asked} read={{ ...read, query, notes }} ownZone={timeZone} notes={notes} />
      <SectionLinks />
      <noscript>
        <p className="mb-6 text-ink-muted">The figures are drawn by a script, which does not run here.</p>
      </noscript>
      <Blocks {...asked} />
    </div>
  );
}
