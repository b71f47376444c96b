import Link from "next/link";
import { type ReactNode } from "react";

import { type SpendableBalance } from "@/components/credits/spendable-balance";
import { ThemeToggle } from "@/components/ui/theme-toggle";

import { AppCommands } from "./app-commands";
import { BalanceChip } from "./balance-chip";
import { BrandMark } from "./brand";
import { NotificationBell } from "./notification-bell";
import { PhoneBar } from "./phone-bar";
import { Sidebar } from "./sidebar";
import { SkipLink } from "./skip-link";
import { UserMenu, type ShellUser } from "./user-menu";

type AppShellProps = {
  user: ShellUser;
  /** Shows the way to the pages of admins, which ask by themselves who comes. */
  isAdmin: boolean;
  balance: SpendableBalance;
  /** Notifications. */
  unread: number;
  sidebarCollapsed: boolean;
  signOut: () => Promise<void>;
  /** What concerns every page, between the header and the page. */
  banner?: ReactNode;
  children: ReactNode;
};

/** The frame of every signed-in page. Knows no data source: the layout brings all it shows. */
export function AppShell(props: AppShellProps) {
  const { user, isAdmin, balance, unread, sidebarCollapsed, signOut, banner, children } = props;
  return (
    <div className="flex min-h-dvh">
      <SkipLink />
      <Sidebar isAdmin={isAdmin} initiallyCollapsed={sidebarCollapsed} />
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="sticky top-0 z-20 border-b border-line bg-canvas/90 backdrop-blur-sm">
          <div className="page-width flex h-16 items-center gap-1.5 sm:gap-3">
            <Link href="/dashboard" aria-label="QuickScale, dashboard" className="rounded-md lg:hidden">
              <BrandMark />
            </Link>
            <AppCommands isAdmin={isAdmin} />
            <div className="ml-auto flex items-center gap-1.5 sm:gap-3">
              <BalanceChip balance={balance} />
              <NotificationBell unread={unread} />
              <ThemeToggle />
              <UserMenu user={user} signOut={signOut} />
            </div>
          </div>
        </header>
        {banner}
        <main id="content" tabIndex={-1} className="page-width flex-1 py-8 pb-28 outline-none lg:pb-16">
          {children}
        </main>
      </div>
      <PhoneBar isAdmin={isAdmin} />
    </div>
  );
}
