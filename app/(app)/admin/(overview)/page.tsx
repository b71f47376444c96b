import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { getOverview } from "@/lib/support";
import { openAdminContext } from "../admin-context";
import { AttentionCard } from "./_components/attention-card";
import { TodayCard } from "./_components/today-card";

export const metadata: Metadata = { title: "Support" };

export default async function AdminPage() {
  const { ctx } = await openAdminContext();
  const overview = await getOverview(ctx);
  return (
    <>
      <PageHeader title="Support" description="Today, and what waits for somebody." />
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_3fr]">
        <TodayCard overview={overview} />
        <AttentionCard overview={overview} />
      </div>
    </>
  );
}
