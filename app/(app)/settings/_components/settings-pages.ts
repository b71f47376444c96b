import type { Route } from "next";

type SettingsPage = { label: string; href: Route };

/** The pages of the settings, in the order of their tabs. */
export const settingsPages: readonly [SettingsPage, ...SettingsPage[]] = [
  { label: "Profile", href: "/settings/profile" },
  { label: "Security", href: "/settings/security" },
  { label: "Notifications", href: "/settings/notifications" },
  { label: "API keys", href: "/settings/api-keys" },
  { label: "Account", href: "/settings/account" },
];
