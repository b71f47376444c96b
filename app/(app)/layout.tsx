import { cookies } from "next/headers";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode } from "react";

import { RequestProviders } from "@/app/_components/request-providers";
import { AppShell } from "@/components/layout/app-shell";
import { sidebarCookie } from "@/components/layout/sidebar-cookie";
import { requireUser, signOut } from "@/lib/auth";
import { getContext } from "@/lib/context";
import { getBalance } from "@/lib/credits";

export default async function MemberLayout({ children }: { children: ReactNode }) {
  const user = await requireUser();
  const [balance, jar] = await Promise.all([getBalance(getContext(), user.id), cookies()]);
  return (
    <RequestProviders>
      <AppShell
        user={{ email: user.email, name: user.name }}
        balance={balance}
        sidebarCollapsed={jar.get(sidebarCookie)?.value === "collapsed"}
        signOut={signOut}
      >
        <NuqsAdapter>{children}</NuqsAdapter>
      </AppShell>
    </RequestProviders>
  );
}
