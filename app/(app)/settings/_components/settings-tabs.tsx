"use client";

import { usePathname } from "next/navigation";
import { PageTabs } from "@/components/layout/page-tabs";
import { settingsPages } from "./settings-pages";

export function SettingsTabs() {
  const pathname = usePathname();
  const isHere = (href: string) => pathname === href || pathname.startsWith(`${href}/`);
  const tabs = settingsPages.map(({ label, href }) => ({ label, href, current: isHere(href) }));
  return <PageTabs label="Settings" tabs={tabs} />;
}
