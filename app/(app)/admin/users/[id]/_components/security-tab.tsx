import { SecurityLog } from "@/app/(app)/settings/security/_components/security-log";
import { loadSecuritySearch } from "@/app/(app)/settings/security/search-params";
import { listSecurityEvents } from "@/lib/security-log";
import { toPersonHref } from "../search-params";
import type { TabProps } from "./tab-props";

/** The log as its owner reads it. */
export async function SecurityTab({ ctx, userId, search }: TabProps) {
  const { before, after } = loadSecuritySearch(search);
  const page = await listSecurityEvents(ctx, { userId, before, after });
  return (
    <SecurityLog page={page} toHref={(cursor) => toPersonHref(userId, { tab: "security", ...cursor })} />
  );
}
