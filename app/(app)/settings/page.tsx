import { redirect } from "next/navigation";
import { requireUser } from "@/lib/auth";
import { settingsPages } from "./_components/settings-pages";

export default async function SettingsPage() {
  await requireUser();
  redirect(settingsPages[0].href);
}
