import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { findDeletion } from "@/lib/account-deletion";
import { hasRecentSignIn, requireUser } from "@/lib/auth";
import { getContext } from "@/lib/context";
import { findLatestExport } from "@/lib/data-export";
import { Notice } from "../_components/notice";
import { DeletionCard } from "./_components/deletion-card";
import { EmailCard } from "./_components/email-card";
import { ExportCard } from "./_components/export-card";

export const metadata: Metadata = { title: "Account" };

const notices = {
  "email-changed": {
    title: "Your email address is changed.",
    text: "Sign in with it from now on. Every other session has ended.",
  },
  "deletion-asked": {
    title: "Your account will be deleted.",
    text: "You can take it back until then. Every other session has ended, and your API keys work no more.",
  },
  "deletion-undone": { title: "Your account stays." },
};

export default async function AccountPage({ searchParams }: PageProps<"/settings/account">) {
  const user = await requireUser();
  const { db, storage, systemClock } = getContext();
  const [{ notice }, confirmed, deletesAt, latest] = await Promise.all([
    searchParams,
    hasRecentSignIn(),
    findDeletion(db, user.id),
    findLatestExport(db, user.id, systemClock.now()),
  ]);
  return (
    <>
      <PageHeader title="Account" description="The address of your account, your data, and its end." />
      <Notice kind={notice} words={notices} />
      <div className="flex flex-col gap-6">
        <EmailCard email={user.email} confirmed={confirmed} />
        <ExportCard latest={latest} available={storage !== null} confirmed={confirmed} />
        <DeletionCard deletesAt={deletesAt} confirmed={confirmed} />
      </div>
    </>
  );
}
