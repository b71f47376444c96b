import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { Alert } from "@/components/ui/alert";
import { findSessionUser, toOwnPath } from "@/lib/auth";
import { AuthHeading } from "../_components/auth-heading";
import { AuthSwitch } from "../_components/auth-switch";
import { ProviderButtons } from "../_components/provider-buttons";
import { ProviderProblem } from "../_components/provider-problem";
import { PasskeySignIn } from "./passkey-sign-in";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

const notices = {
  verified: { title: "Your address is confirmed.", text: "Sign in to start." },
  "password-changed": {
    title: "Your new password is set.",
    text: "You were signed out everywhere. Sign in with it now.",
  },
  "email-kept": {
    title: "Your address stays as it was.",
    text: "Every session has ended, and the old password works no more. Choose “Forgot your password?” to set a new one.",
  },
} as const;

function Notice({ kind, error }: { kind: unknown; error: unknown }) {
  if (error !== undefined) return <ProviderProblem error={error} />;
  if (typeof kind !== "string" || !Object.hasOwn(notices, kind)) return null;
  const { title, text } = notices[kind as keyof typeof notices];
  return (
    <Alert tone="positive" title={title}>
      {text}
    </Alert>
  );
}

/** Who is signed in and comes back from a provider with nothing had gone there from their settings. */
const toProblem = (error: string) => `/settings/security?error=${encodeURIComponent(error)}` as const;

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next: wanted, notice, error } = await searchParams;
  const next = toOwnPath(wanted);
  if (await findSessionUser()) redirect(typeof error === "string" ? toProblem(error) : (next as Route));
  return (
    <>
      <AuthHeading title="Sign in">Welcome back.</AuthHeading>
      <SignInForm next={next} notice={<Notice kind={notice} error={error} />} />
      <PasskeySignIn next={next} />
      <ProviderButtons next={next} />
      <p className="mt-5">
        <Link
          href={`/sign-in/email?next=${encodeURIComponent(next)}`}
          className="rounded-xs font-medium text-accent-ink underline-offset-4 hover:underline"
        >
          Email me a link instead
        </Link>
      </p>
      <AuthSwitch
        question="New here?"
        href={`/sign-up?next=${encodeURIComponent(next)}`}
        label="Create account"
      />
    </>
  );
}
