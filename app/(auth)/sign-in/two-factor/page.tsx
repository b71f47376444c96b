import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { LinkButton } from "@/components/ui/link-button";
import { findSecondStep, findSessionUser, toOwnPath } from "@/lib/auth";
import { AuthHeading } from "../../_components/auth-heading";
import { AuthSwitch } from "../../_components/auth-switch";
import { CodeForm } from "./code-form";

export const metadata: Metadata = { title: "Two-factor sign-in", robots: { index: false } };

export default async function SecondStepPage({ searchParams }: PageProps<"/sign-in/two-factor">) {
  const pending = await findSecondStep();
  if (!pending) {
    if (await findSessionUser()) redirect("/dashboard");
    return (
      <>
        <AuthHeading title="This sign-in is over">
          The second step has to follow within ten minutes, in the same browser. Nothing was changed.
        </AuthHeading>
        <LinkButton href="/sign-in" size="lg">
          Start again
        </LinkButton>
      </>
    );
  }
  const recovery = (await searchParams).with === "recovery";
  const other: { href: Route; label: string } = recovery
    ? { href: "/sign-in/two-factor", label: "Use your authenticator instead" }
    : { href: "/sign-in/two-factor?with=recovery", label: "Use a recovery code instead" };
  return (
    <>
      <AuthHeading title="One more step">
        You sign in in two steps as <strong className="font-medium text-ink">{pending.email}</strong>.
      </AuthHeading>
      <CodeForm key={other.href} recovery={recovery} />
      <p className="mt-5">
        <Link
          href={other.href}
          className="rounded-xs font-medium text-accent-ink underline-offset-4 hover:underline"
        >
          {other.label}
        </Link>
      </p>
      <AuthSwitch
        question="Not you?"
        href={`/sign-in?next=${encodeURIComponent(toOwnPath(pending.next))}`}
        label="Start again"
      />
    </>
  );
}
