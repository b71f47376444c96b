import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { findSessionUser } from "@/lib/auth";
import { getContext } from "@/lib/context";
import { findLinkState } from "@/lib/users";
import { findPendingSignUp } from "../_actions/pending-sign-up";
import { AuthHeading } from "../_components/auth-heading";
import { AuthSwitch } from "../_components/auth-switch";
import { LinkPanel } from "./link-panel";
import { ResendForm } from "./resend-form";

export const metadata: Metadata = { title: "Verify email", robots: { index: false } };

function CheckInbox({ email }: { email: string }) {
  return (
    <>
      <AuthHeading title="Check your inbox">
        We sent a mail to <strong className="font-medium text-ink">{email}</strong>. Open the link in it to
        confirm your address; it works for 24 hours.
      </AuthHeading>
      <p className="mb-5 text-ink-muted">Nothing there? Look in the spam folder, or:</p>
      <ResendForm email={email} firstWait={60} />
      <AuthSwitch question="Wrong address?" href="/sign-up" label="Sign up with another" />
    </>
  );
}

export default async function VerifyEmailPage({ searchParams }: PageProps<"/verify-email">) {
  const { token } = await searchParams;
  if (typeof token === "string" && token !== "") {
    return <LinkPanel token={token} {...await findLinkState(getContext(), "verify_email", token)} />;
  }
  const [user, pending] = await Promise.all([findSessionUser(), findPendingSignUp()]);
  if (user?.verified) redirect("/dashboard");
  const email = user?.email ?? pending?.email;
  if (email) return <CheckInbox email={email} />;
  return (
    <>
      <AuthHeading title="Confirm your address">
        Tell us the address you signed up with, and we send you a new link.
      </AuthHeading>
      <ResendForm email={null} />
      <AuthSwitch question="Confirmed already?" href="/sign-in" label="Sign in" />
    </>
  );
}
