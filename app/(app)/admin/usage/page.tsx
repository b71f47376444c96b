import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { rangeWords } from "@/components/ranges/range-words";
import { openAdminContext } from "../admin-context";
import { Blocks } from "./_components/blocks";
import { RangeBar } from "./_components/range-bar";
import { readSearch } from "./read-search";
import { loadMonitoringSearch } from "./search-params";

export const metadata: Metadata = { title: "Usage" };

export default async function AdminUsagePage({ searchParams }: PageProps<"/admin/usage">) {
  const { ctx, origin } = await openAdminContext();
  const read = readSearch(ctx, await loadMonitoringSearch(searchParams));
  const { range, before } = read.question;
  return (
    <>
      <PageHeader
        title="Usage"
        description={`${rangeWords(range)}, UTC, compared with ${rangeWords(before)}.`}
        action={
          <LinkButton href="/admin/usage/reports" variant="secondary">
            Scheduled reports
          </LinkButton>
        }
      />
      <RangeBar read={read} />
      <Blocks ctx={ctx} origin={origin} question={read.question} search={read.search} />
    </>
  );
}
