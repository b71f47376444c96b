import { redirect } from "next/navigation";
import { openMemberFrame } from "@/lib/auth";
import { settingsPages } from "./_components/settings-pages";

export default async function SettingsPage() {
  await openMemberFrame();
  redirect(settingsPages[0].href);
}
