import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/link-button";
import { getContext } from "@/lib/context";
import { findLinkState } from "@/lib/users";
import { submitKeepEmail } from "../_actions/keep-email";
import { AuthHeading } from "../_components/auth-heading";
import { TokenForm } from "../_components/token-form";

export const metadata: Metadata = { title: "Keep your address", robots: { index: false } };

export default async function KeepEmailPage({ searchParams }: PageProps<"/keep-email">) {
  const { token } = await searchParams;
  const secret = typeof token === "string" ? token : "";
  const { state, newEmail } = await findLinkState(getContext(), "undo_email_change", secret);
  if (state === "live") {
    return (
      <>
        <AuthHeading title="Was it not you?">
          Then your account keeps <strong className="font-medium text-ink">{newEmail}</strong>. Every session
          ends, and its password, passkeys, linked accounts and API keys work no more: you set a new password
          by mail.
        </AuthHeading>
        <TokenForm action={submitKeepEmail} token={secret} label="Keep my address" variant="danger" />
      </>
    );
  }
  return (
    <>
      <AuthHeading title={state === "used" ? "This link was used already" : "This link no longer works"}>
        Links to keep an address work once, for 7 days. If your account is not in your hands, write to
        support.
      </AuthHeading>
      <LinkButton href="/forgot-password" size="lg">
        Set a new password
      </LinkButton>
    </>
  );
}
