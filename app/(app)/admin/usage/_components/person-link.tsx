import Link from "next/link";
import { toPersonHref } from "@/app/(app)/admin/users/[id]/search-params";

/** Leads from a row to what somebody used; nothing is fetched ahead, since each look is written down. */
export function PersonLink({ userId, email }: { userId: string; email: string }) {
  return (
    <Link
      href={toPersonHref(userId, { tab: "usage" })}
      prefetch={false}
      className="block rounded-xs font-medium break-all after:absolute after:inset-0 hover:underline hover:underline-offset-4"
    >
      {email}
    </Link>
  );
}
