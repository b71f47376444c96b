import type { Metadata } from "next";
import { Notice } from "@/app/(app)/settings/_components/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { getQueue, listFailedJobs } from "@/lib/queue";
import { openAdminContext } from "../admin-context";
import { FailedCard } from "./_components/failed-card";
import { jobNotices } from "./_components/job-words";
import { QueueCard } from "./_components/queue-card";
import { ScheduleCard } from "./_components/schedule-card";
import { loadJobSearch, toJobsHref } from "./search-params";

export const metadata: Metadata = { title: "Jobs" };

export default async function JobsPage({ searchParams }: PageProps<"/admin/jobs">) {
  const { ctx } = await openAdminContext();
  const { before, after, ...filter } = await loadJobSearch(searchParams);
  const [{ tasks, scheduled }, { jobs, older, newer }] = await Promise.all([
    getQueue(ctx),
    listFailedJobs(ctx, { ...filter, before, after }),
  ]);
  const names = tasks.map(({ name }) => name);
  return (
    <>
      <PageHeader
        title="Jobs"
        description="What is done in the background: mails, Stripe’s news, nightly work."
      />
      <Notice kind={(await searchParams).notice} words={jobNotices} />
      <div className="flex flex-col gap-6">
        <FailedCard jobs={jobs} names={names}>
          <Pagination
            label="Pages of failed jobs"
            previousHref={newer ? toJobsHref({ ...filter, after: newer }) : null}
            nextHref={older ? toJobsHref({ ...filter, before: older }) : null}
          />
        </FailedCard>
        <QueueCard tasks={tasks} />
        <ScheduleCard scheduled={scheduled} />
      </div>
    </>
  );
}
