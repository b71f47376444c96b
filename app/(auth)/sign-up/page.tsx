import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { findSessionUser, toOwnPath } from "@/lib/auth";
import { AuthHeading } from "../_components/auth-heading";
import { AuthSwitch } from "../_components/auth-switch";
import { ProviderButtons } from "../_components/provider-buttons";
import { SignUpForm } from "./sign-up-form";

export const metadata: Metadata = { title: "Create account" };

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const next = toOwnPath((await searchParams).next);
  if (await findSessionUser()) redirect(next as Route);
  return (
    <>
      <AuthHeading title="Create your account">
        An email address and a password, no card. You pay only for the credits you buy.
      </AuthHeading>
      <SignUpForm next={next} />
      <ProviderButtons next={next} />
      <p className="mt-4 text-[0.8125rem] text-ink-muted">
        By creating an account you accept the{" "}
        <Link href="/terms" className="rounded-xs underline underline-offset-4 hover:text-ink">
          terms
        </Link>{" "}
        and the{" "}
        <Link href="/privacy" className="rounded-xs underline underline-offset-4 hover:text-ink">
          privacy policy
        </Link>
        .
      </p>
      <AuthSwitch
        question="Have an account?"
        href={`/sign-in?next=${encodeURIComponent(next)}`}
        label="Sign in"
      />
    </>
  );
}
