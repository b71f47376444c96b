import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { listSessions, requireUser } from "@/lib/auth";
import { getContext } from "@/lib/context";
import { listSecurityEvents } from "@/lib/security-log";
import { getTwoFactorState } from "@/lib/two-factor";
import { hasPassword } from "@/lib/users";
import { Notice } from "../_components/notice";
import { LinkedAccountsSection } from "./_components/linked-accounts-section";
import { PasswordCard } from "./_components/password-card";
import { SecurityLog } from "./_components/security-log";
import { SessionList } from "./_components/session-list";
import { PasskeySection } from "./passkeys/_components/passkey-section";
import { TwoFactorCard } from "./_components/two-factor-card";
import { loadSecuritySearch, toSecurityHref } from "./search-params";

export const metadata: Metadata = { title: "Security" };

const notices = {
  "password-changed": { title: "Your password is changed.", text: "Every other session has ended." },
  "passkey-added": { title: "Your passkey is added.", text: "You can sign in with it from now on." },
  "passkey-renamed": { title: "Your passkey has another name." },
  "passkey-removed": { title: "The passkey is removed.", text: "It signs nobody in any more." },
  "two-factor-off": { title: "Two-factor sign-in is off." },
  "account-linked": { title: "The account is linked.", text: "It signs you in from now on." },
  "account-unlinked": { title: "The account is unlinked.", text: "It signs you in no more." },
  "session-ended": { title: "That session has ended." },
  "sessions-ended": { title: "Every other session has ended." },
};

export default async function SecurityPage({ searchParams }: PageProps<"/settings/security">) {
  const user = await requireUser();
  const { before, after } = await loadSecuritySearch(searchParams);
  const ctx = getContext();
  const [sessions, events, knowsPassword, twoFactor] = await Promise.all([
    listSessions(ctx, user.id),
    listSecurityEvents(ctx, { userId: user.id, before, after }),
    hasPassword(ctx.db, user.id),
    getTwoFactorState(ctx.db, user.id),
  ]);
  return (
    <>
      <PageHeader title="Security" description="How you sign in, and where you are signed in." />
      <Notice kind={(await searchParams).notice} words={notices} />
      <div className="flex flex-col gap-6">
        <LinkedAccountsSection
          userId={user.id}
          isAdmin={user.role === "admin"}
          hasPassword={knowsPassword}
          error={(await searchParams).error}
        />
        <PasswordCard email={user.email} hasPassword={knowsPassword} />
        <PasskeySection userId={user.id} search={await searchParams} />
        <TwoFactorCard state={twoFactor} />
        <SessionList sessions={sessions} currentId={user.sessionId} />
        <SecurityLog page={events} toHref={toSecurityHref} />
      </div>
    </>
  );
}
