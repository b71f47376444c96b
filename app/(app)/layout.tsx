import { cookies } from "next/headers";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode } from "react";

import { AppShell } from "@/components/layout/app-shell";
import { sidebarCookieName } from "@/components/layout/sidebar-cookie";
import { TimeZoneProvider } from "@/components/ui/date-time";
import { findDeletion } from "@/lib/account-deletion";
import { openMemberFrame, signOut } from "@/lib/auth";
import { findPictureId } from "@/lib/avatars";
import { avatarUrl } from "@/lib/avatars/types";
import { getBalance } from "@/lib/credits";
import { countUnread } from "@/lib/inbox";
import { findOpenInvoice } from "@/lib/subscriptions";

import { DeletionBanner } from "./_components/deletion-banner";
import { PaymentDueBanner } from "./_components/payment-due-banner";
import { ViewingBanner } from "./_components/viewing-banner";

export default async function MemberLayout({ children }: { children: ReactNode }) {
  const { user, ctx, viewingUntil } = await openMemberFrame();
  const [balance, unread, openInvoice, deletesAt, pictureId, jar] = await Promise.all([
    getBalance(ctx, user.id),
    countUnread(ctx.db, user.id),
    findOpenInvoice(ctx.db, user.id),
    findDeletion(ctx.db, user.id),
    findPictureId(ctx.db, user.id),
    cookies(),
  ]);
  return (
    <AppShell
      user={{ email: user.email, name: user.name, picture: pictureId && avatarUrl(pictureId, 96) }}
      isAdmin={user.role === "admin"}
      balance={balance}
      unread={unread}
      sidebarCollapsed={jar.get(sidebarCookieName(ctx.appUrl))?.value === "collapsed"}
      signOut={signOut}
      banner={
        <>
          {viewingUntil ? <ViewingBanner email={user.email} until={viewingUntil} /> : null}
          {deletesAt ? <DeletionBanner deletesAt={deletesAt} /> : null}
          {openInvoice ? <PaymentDueBanner invoice={openInvoice} /> : null}
        </>
      }
    >
      <NuqsAdapter>
        <TimeZoneProvider value={user.timeZone}>{children}</TimeZoneProvider>
      </NuqsAdapter>
    </AppShell>
  );
}
