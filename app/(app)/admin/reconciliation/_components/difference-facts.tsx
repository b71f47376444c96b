import type { Route } from "next";
import Link from "next/link";
import { DateTime } from "@/components/ui/date-time";
import { describeDifference, describeRepair } from "@/lib/reconciliation";
import type { Difference } from "@/lib/reconciliation/types";

/** An id that a sentence begins with stays as it is. */
const capital = (text: string) =>
  /^[a-z]+_/.test(text) ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** A difference with its reason, whose it is, and how it is repaired, in words. */
export function DifferenceFacts({ difference }: { difference: Difference }) {
  const { object, id, at, userId, stripeCustomerId, waiting } = difference;
  return (
    <>
      <p className="font-medium break-words">{capital(describeDifference(difference))}</p>
      <p className="text-[0.8125rem] text-ink-muted">
        {capital(object)}{" "}
        <Link
          href={`/admin/reconciliation/investigate?id=${encodeURIComponent(id)}` as Route}
          prefetch={false}
          className="font-mono text-xs break-all underline underline-offset-4"
        >
          {id}
        </Link>{" "}
        of <DateTime value={new Date(at)} />
        {userId ? (
          <>
            {" · "}
            <Link
              href={`/admin/users/${userId}?tab=payments` as Route}
              prefetch={false}
              className="underline underline-offset-4"
            >
              whose it is
            </Link>
          </>
        ) : stripeCustomerId ? (
          <span className="font-mono text-xs break-all"> · {stripeCustomerId}</span>
        ) : null}
      </p>
      <p className="text-[0.8125rem] break-words text-ink-muted">
        Repair: {describeRepair(difference)}.
        {waiting ? " Webhooks of this customer wait: it may settle by itself." : ""}
      </p>
    </>
  );
}
