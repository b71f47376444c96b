import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/link-button";
import { getContext } from "@/lib/context";
import { findLinkState } from "@/lib/users";
import { AuthHeading } from "../_components/auth-heading";
import { AuthSwitch } from "../_components/auth-switch";
import { ResetForm } from "./reset-form";

export const metadata: Metadata = { title: "Set a new password", robots: { index: false } };

export default async function ResetPasswordPage({ searchParams }: PageProps<"/reset-password">) {
  const { token } = await searchParams;
  const secret = typeof token === "string" ? token : "";
  const { state, email } = await findLinkState(getContext(), "reset_password", secret);
  if (state === "live" && email) {
    return (
      <>
        <AuthHeading title="Set a new password">
          For <strong className="font-medium text-ink">{email}</strong>. You will be signed out everywhere.
        </AuthHeading>
        <ResetForm token={secret} email={email} />
      </>
    );
  }
  return (
    <>
      <AuthHeading title="This link no longer works">
        Links to set a password work once, for 60 minutes. Your password was not changed.
      </AuthHeading>
      <LinkButton href="/forgot-password" size="lg">
        Send a new link
      </LinkButton>
      <AuthSwitch question="Remembered it?" href="/sign-in" label="Sign in" />
    </>
  );
}
