import { CircleAlert } from "lucide-react";
import { DateTime } from "@/components/ui/date-time";
import { LinkButton } from "@/components/ui/link-button";

/** Stands over every page while the account waits for its deletion. */
export function DeletionBanner({ deletesAt }: { deletesAt: Date }) {
  return (
    <section aria-label="Deletion of your account" className="border-b border-warning/25 bg-warning-soft">
      <div className="page-width flex flex-wrap items-center gap-x-6 gap-y-2.5 py-3">
        <div className="flex min-w-64 flex-1 gap-3">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warning" />
          <p className="min-w-0 font-medium">
            Your account will be deleted on <DateTime value={deletesAt} />.
          </p>
        </div>
        <LinkButton href="/settings/account" size="sm" variant="secondary">
          Keep my account
        </LinkButton>
      </div>
    </section>
  );
}
