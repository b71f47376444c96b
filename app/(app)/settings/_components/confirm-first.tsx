import type { Route } from "next";
import { LinkButton } from "@/components/ui/link-button";

interface ConfirmFirstProps {
  /** This page's own path, to come back to. */
  next: Route;
  /** What one can do afterwards: "change your address". */
  purpose: string;
}

/** Stands in place of a form that wants a recent proof of who fills it in. */
export function ConfirmFirst({ next, purpose }: ConfirmFirstProps) {
  return (
    <div className="flex flex-col items-start gap-4">
      <p className="text-ink-muted">To {purpose}, confirm first that it is you.</p>
      <LinkButton href={`/confirm?next=${encodeURIComponent(next)}`} variant="secondary">
        Confirm it’s you
      </LinkButton>
    </div>
  );
}
