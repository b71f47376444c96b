import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { hasRecentSignIn, requireUser } from "@/lib/auth";
import { Notice } from "../_components/notice";
import { EmailCard } from "./_components/email-card";

export const metadata: Metadata = { title: "Account" };

const notices = {
  "email-changed": {
    title: "Your email address is changed.",
    text: "Sign in with it from now on. Every other session has ended.",
  },
};

export default async function AccountPage({ searchParams }: PageProps<"/settings/account">) {
  const user = await requireUser();
  const [{ notice }, confirmed] = await Promise.all([searchParams, hasRecentSignIn()]);
  return (
    <>
      <PageHeader title="Account" description="The address of your account." />
      <Notice kind={notice} words={notices} />
      <EmailCard email={user.email} confirmed={confirmed} />
    </>
  );
}
