import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { findSessionUser, toOwnPath } from "@/lib/auth";
import { AuthHeading } from "../../_components/auth-heading";
import { AuthSwitch } from "../../_components/auth-switch";
import { RequestLinkForm } from "../../_components/request-link-form";

export const metadata: Metadata = { title: "Sign in by email" };

export default async function SignInByEmailPage({ searchParams }: PageProps<"/sign-in/email">) {
  const next = toOwnPath((await searchParams).next);
  if (await findSessionUser()) redirect(next as Route);
  return (
    <>
      <AuthHeading title="Sign in by email">
        No password needed: we mail you a link. Open it in this browser.
      </AuthHeading>
      <RequestLinkForm next={next} />
      <AuthSwitch
        question="Know your password?"
        href={`/sign-in?next=${encodeURIComponent(next)}`}
        label="Sign in with it"
      />
    </>
  );
}
