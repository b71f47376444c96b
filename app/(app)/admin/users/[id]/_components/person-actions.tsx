import { Eye } from "lucide-react";
import type { Route } from "next";
import { LinkButton } from "@/components/ui/link-button";
import type { Person } from "@/lib/support/types";

/** The ways to the pages where something is done for somebody. Nothing is fetched ahead: each look is written down. */
export function PersonActions({ person: { id, role, anonymisedAt } }: { person: Person }) {
  if (anonymisedAt) return null;
  const to = (page: string) => `/admin/users/${id}/${page}` as Route;
  return (
    <>
      {role === "member" ? (
        <LinkButton href={to("view-as")} variant="secondary" prefetch={false}>
          <Eye aria-hidden="true" />
          View as user
        </LinkButton>
      ) : null}
      <LinkButton href={to("manage")} variant="secondary" prefetch={false}>
        Manage
      </LinkButton>
      <LinkButton href={to("adjust")} variant="secondary" prefetch={false}>
        Adjust credits
      </LinkButton>
    </>
  );
}
