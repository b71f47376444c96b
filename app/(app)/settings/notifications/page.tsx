import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { openMemberPage } from "@/lib/auth";
import { getNotificationPreferences } from "@/lib/notification-preferences";
import { settingName } from "@/lib/notification-preferences/schema";
import { notificationGroups, type NotificationGroup } from "@/lib/notification-preferences/types";
import { getLowLimit } from "@/lib/usage-alerts";
import { LowLimitForm } from "./_components/low-limit-form";
import { PreferencesForm } from "./_components/preferences-form";

export const metadata: Metadata = { title: "Notifications" };

const groups = Object.keys(notificationGroups) as NotificationGroup[];

export default async function NotificationSettingsPage() {
  const { user, ctx } = await openMemberPage();
  const [choices, lowMilli] = await Promise.all([
    getNotificationPreferences(ctx.db, user.id),
    getLowLimit(ctx.db, user.id),
  ]);
  const values = Object.fromEntries(
    choices.map((choice) => [settingName(choice), choice.enabled ? "on" : ""]),
  );
  return (
    <>
      <PageHeader title="Notifications" description="What we tell you of, and how." />
      <PreferencesForm values={values} groups={groups} isAdmin={user.role === "admin"} />
      <LowLimitForm credits={lowMilli === null ? "" : String(Number(lowMilli) / 1_000)} />
    </>
  );
}
