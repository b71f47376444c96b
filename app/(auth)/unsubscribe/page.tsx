import type { Metadata } from "next";
import Link from "next/link";
import { LinkButton } from "@/components/ui/link-button";
import { getContext } from "@/lib/context";
import { findUnsubscribeLink } from "@/lib/notification-preferences";
import { notificationKinds } from "@/lib/notification-preferences/types";
import { AuthHeading } from "../_components/auth-heading";
import { TokenForm } from "../_components/token-form";
import { submitResubscribe, submitUnsubscribe } from "./_actions/switch-mails";

export const metadata: Metadata = { title: "Unsubscribe", robots: { index: false } };

export default async function UnsubscribePage({ searchParams }: PageProps<"/unsubscribe">) {
  const { token } = await searchParams;
  const signed = typeof token === "string" ? token : "";
  const link = await findUnsubscribeLink(getContext(), signed);
  if (!link) {
    return (
      <>
        <AuthHeading title="This link no longer works">
          Nothing was changed. Your settings show every kind of email that you get, and switch it off.
        </AuthHeading>
        <LinkButton href="/settings/notifications" size="lg">
          Notification settings
        </LinkButton>
      </>
    );
  }
  const { label } = notificationKinds[link.kind];
  const kind = <strong className="font-medium text-ink">{label}</strong>;
  return (
    <>
      {link.enabled ? (
        <>
          <AuthHeading title="No more of these emails?">
            You will not get “{kind}” by email any longer. Everything else goes on as before.
          </AuthHeading>
          <TokenForm action={submitUnsubscribe} token={signed} label="Unsubscribe" />
        </>
      ) : (
        <>
          <AuthHeading title="You are unsubscribed">
            You no longer get “{kind}” by email. Emails about security and payments always come.
          </AuthHeading>
          <TokenForm action={submitResubscribe} token={signed} label="Resubscribe" variant="secondary" />
        </>
      )}
      <p className="mt-6 text-ink-muted">
        <Link
          href="/settings/notifications"
          className="rounded-xs text-accent-ink underline underline-offset-2"
        >
          Notification settings
        </Link>{" "}
        show every kind of email.
      </p>
    </>
  );
}
