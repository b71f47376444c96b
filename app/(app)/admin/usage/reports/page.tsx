import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { ActForm } from "@/app/(app)/admin/_components/act-form";
import { Notice } from "@/app/(app)/settings/_components/notice";
import { Alert } from "@/components/ui/alert";
import { Card, CardHeader } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { getReportSchedules } from "@/lib/usage-reports";
import { reportRhythms } from "@/lib/usage-reports/types";
import { openAdminContext } from "../../admin-context";
import { submitReportNow } from "./_actions/reports";
import { ScheduleForm } from "./_components/schedule-form";
import { toSwitch } from "./_components/schedule-words";

export const metadata: Metadata = { title: "Reports on usage" };

const notices = {
  saved: { title: "Your reports are saved." },
  sent: { title: "A report is on its way to you.", text: "It is in your mailbox within a minute." },
};

const periods = { weekly: "last week", monthly: "last month" } as const;

export default async function UsageReportsPage({ searchParams }: PageProps<"/admin/usage/reports">) {
  const { ctx } = await openAdminContext();
  const { zone, mailed, schedules } = await getReportSchedules(ctx);
  return (
    <>
      <PageHeader
        title="Reports on usage"
        description={`What everybody used, mailed to you alone from eight in the morning on. Days are those of ${zone}.`}
        action={
          <LinkButton href="/admin/usage" variant="secondary">
            Usage
          </LinkButton>
        }
      />
      {mailed ? (
        <Notice kind={(await searchParams).notice} words={notices} />
      ) : (
        <Alert tone="warning" title="These mails are off in your notifications." className="mb-6">
          None is sent, whatever you choose here.{" "}
          <Link href="/settings/notifications" className="underline">
            Notification settings
          </Link>
        </Alert>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card aria-labelledby="by-the-clock">
          <CardHeader id="by-the-clock" title="By the clock" />
          <ScheduleForm switches={schedules.map((schedule) => toSwitch(schedule, zone))} />
        </Card>
        <Card aria-labelledby="now">
          <CardHeader id="now" title="Now" />
          <div className="flex flex-col gap-3 p-5">
            <p className="text-ink-muted">
              The same mail on the week or month that ended, whatever the switches.
            </p>
            {reportRhythms.map((rhythm) => (
              <ActForm
                key={rhythm}
                id={`now-${rhythm}`}
                action={submitReportNow}
                label={`Send me ${periods[rhythm]}`}
                values={{ rhythm, id: randomUUID() }}
                reason={null}
              />
            ))}
          </div>
        </Card>
      </div>
    </>
  );
}
