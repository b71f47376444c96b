import type { Route } from "next";
import Link from "next/link";

interface AuthSwitchProps {
  question: string;
  href: Route;
  label: string;
}

/** The way to the neighbouring page, under a form. */
export function AuthSwitch({ question, href, label }: AuthSwitchProps) {
  return (
    <p className="mt-8 text-ink-muted">
      {question}{" "}
      <Link href={href} className="rounded-xs font-medium text-accent-ink underline-offset-4 hover:underline">
        {label}
      </Link>
    </p>
  );
}
