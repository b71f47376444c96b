import type { ReactNode } from "react";
import { requireAdmin } from "@/lib/auth";
import { AdminTabs } from "./_components/admin-tabs";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  await requireAdmin();
  return (
    <>
      <AdminTabs />
      {children}
    </>
  );
}
