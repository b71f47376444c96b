import type { LinkState } from "@/lib/users";
import { LinkButton } from "@/components/ui/link-button";
import { AuthHeading } from "../_components/auth-heading";
import { AuthSwitch } from "../_components/auth-switch";
import { ResendForm } from "./resend-form";
import { VerifyForm } from "./verify-form";

interface LinkPanelProps {
  token: string;
  state: LinkState;
  email: string | null;
}

const dead = {
  expired: { title: "This link is too old", text: "Links work for 24 hours. Send yourself a new one." },
  unknown: {
    title: "This link does not work",
    text: "Open it from the mail again, or send yourself a new one.",
  },
} as const;

/** What stands behind a link from the mail. */
export function LinkPanel({ token, state, email }: LinkPanelProps) {
  if (state === "live") {
    return (
      <>
        <AuthHeading title="Verify your email">
          One more click confirms that <strong className="font-medium text-ink">{email}</strong> is yours.
        </AuthHeading>
        <VerifyForm token={token} />
      </>
    );
  }
  if (state === "used") {
    return (
      <>
        <AuthHeading title="Your address is confirmed">
          This link was used already; each works once. Just sign in.
        </AuthHeading>
        <LinkButton href="/sign-in" size="lg">
          Sign in
        </LinkButton>
      </>
    );
  }
  const { title, text } = dead[state];
  return (
    <>
      <AuthHeading title={title}>{text}</AuthHeading>
      <ResendForm email={email} />
      <AuthSwitch question="Confirmed already?" href="/sign-in" label="Sign in" />
    </>
  );
}
