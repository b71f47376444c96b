import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { requireUser } from "@/lib/auth";
import { getContext } from "@/lib/context";
import { listSecurityEvents } from "@/lib/security-log";
import { SecurityLog } from "./_components/security-log";
import { loadSecuritySearch } from "./search-params";

export const metadata: Metadata = { title: "Security" };

export default async function SecurityPage({ searchParams }: PageProps<"/settings/security">) {
  const user = await requireUser();
  const { before, after } = await loadSecuritySearch(searchParams);
  const page = await listSecurityEvents(getContext(), { userId: user.id, before, after });
  return (
    <>
      <PageHeader title="Security" description="How you sign in, and where you are signed in." />
      <SecurityLog page={page} />
    </>
  );
}
