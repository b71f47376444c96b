import { Badge } from "@/components/ui/badge";
import type { PersonLine } from "@/lib/support/types";

type PersonBadgesProps = { person: Pick<PersonLine, "role" | "verified" | "suspended"> };

/** What is out of the ordinary about an account, or that nothing is. */
export function PersonBadges({ person: { role, verified, suspended } }: PersonBadgesProps) {
  return (
    <>
      {role === "admin" ? <Badge tone="accent">Admin</Badge> : null}
      {suspended ? <Badge tone="danger">Suspended</Badge> : null}
      {verified ? <Badge>Verified</Badge> : <Badge tone="warning">Not verified</Badge>}
    </>
  );
}
