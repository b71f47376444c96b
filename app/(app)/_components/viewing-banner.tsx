import { Eye } from "lucide-react";
import { DateTime } from "@/components/ui/date-time";
import { ReloadAt } from "./reload-at";
import { StopViewingForm } from "./stop-viewing-form";

/** Stands over every page while an admin looks at it as a member. */
export function ViewingBanner({ email, until }: { email: string; until: Date }) {
  return (
    <section
      aria-label="You view as a user"
      className="sticky top-16 z-10 border-b border-warning/25 bg-warning-soft"
    >
      <div className="page-width flex flex-wrap items-center gap-x-6 gap-y-2 py-2.5">
        <Eye aria-hidden="true" className="size-4 shrink-0 text-warning" />
        <p className="min-w-56 flex-1">
          <span className="font-medium">
            You view as <span className="break-all">{email}</span>.
          </span>{" "}
          <span className="text-ink-muted">
            Nothing can be changed. Ends <DateTime value={until} show="time" />.
          </span>
        </p>
        <StopViewingForm />
        <ReloadAt time={until} />
      </div>
    </section>
  );
}
