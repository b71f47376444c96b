import { Settings } from "lucide-react";
import type { Metadata } from "next";
import { ButtonForm } from "@/app/(app)/settings/_components/button-form";
import { PageTabs } from "@/components/layout/page-tabs";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { openMemberPage } from "@/lib/auth";
import { countUnread, listNotices } from "@/lib/inbox";
import { mostCounted } from "@/lib/inbox/types";
import { submitMarkAllRead } from "./_actions/mark-read";
import { groupByDay } from "./_components/group-by-day";
import { NoNotices } from "./_components/no-notices";
import { NoticeDays } from "./_components/notice-days";
import { loadNoticeSearch, toNoticesHref } from "./search-params";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsPage({ searchParams }: PageProps<"/notifications">) {
  const { user, ctx, viewingUntil } = await openMemberPage();
  const { show, before, after } = await loadNoticeSearch(searchParams);
  const [{ notices, older, newer }, unread] = await Promise.all([
    listNotices(ctx, { userId: user.id, filter: show, before, after }),
    countUnread(ctx.db, user.id),
  ]);
  const marks = viewingUntil === null;
  const timeZone = user.timeZone ?? "UTC";
  const [newest] = newer === null ? notices : [];
  const counted = unread === 0 ? "" : ` (${unread < mostCounted ? unread : `${mostCounted - 1}+`})`;
  return (
    <>
      <PageHeader
        title="Notifications"
        description="What happened to your credits, your plan and your account."
        action={
          <>
            {marks && unread > 0 && newest ? (
              <ButtonForm
                action={submitMarkAllRead}
                values={{ newestSeen: newest.id }}
                label="Mark all read"
              />
            ) : null}
            <LinkButton href="/settings/notifications" variant="ghost">
              <Settings aria-hidden="true" />
              Settings
            </LinkButton>
          </>
        }
      />
      <PageTabs
        label="Which notifications"
        tabs={[
          { href: toNoticesHref({ show: "all" }), label: "All", current: show === "all" },
          { href: toNoticesHref({ show: "unread" }), label: `Unread${counted}`, current: show === "unread" },
        ]}
      />
      <Card aria-label="Notifications">
        {notices.length === 0 ? (
          <NoNotices unreadOnly={show === "unread"} />
        ) : (
          <NoticeDays
            days={groupByDay(notices, { now: ctx.systemClock.now(), timeZone })}
            timeZone={timeZone}
            marks={marks}
          />
        )}
        <Pagination
          label="Pages of notifications"
          previousHref={newer === null ? null : toNoticesHref({ show, after: newer })}
          nextHref={older === null ? null : toNoticesHref({ show, before: older })}
        />
      </Card>
    </>
  );
}
