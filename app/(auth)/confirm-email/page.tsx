import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/link-button";
import { getContext } from "@/lib/context";
import { findLinkState } from "@/lib/users";
import { submitConfirmEmail } from "../_actions/confirm-email";
import { AuthHeading } from "../_components/auth-heading";
import { TokenForm } from "../_components/token-form";

export const metadata: Metadata = { title: "Confirm your new address", robots: { index: false } };

export default async function ConfirmEmailPage({ searchParams }: PageProps<"/confirm-email">) {
  const { token } = await searchParams;
  const secret = typeof token === "string" ? token : "";
  const { state, email, newEmail } = await findLinkState(getContext(), "change_email", secret);
  if (state === "live") {
    return (
      <>
        <AuthHeading title="Confirm your new address">
          The account of <strong className="font-medium text-ink">{email}</strong> will use{" "}
          <strong className="font-medium text-ink">{newEmail}</strong>. Sessions in other browsers end.
        </AuthHeading>
        <TokenForm action={submitConfirmEmail} token={secret} label="Confirm address" />
      </>
    );
  }
  return (
    <>
      <AuthHeading title={state === "used" ? "This link was used already" : "This link no longer works"}>
        Links to confirm a new address work once, for 60 minutes. Your settings show which address counts, and
        send a new link.
      </AuthHeading>
      <LinkButton href="/settings/account" size="lg">
        Open settings
      </LinkButton>
    </>
  );
}
