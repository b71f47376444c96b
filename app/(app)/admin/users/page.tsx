import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { searchPeople } from "@/lib/support";
import { openAdminContext } from "../admin-context";
import { EmptyPeople } from "./_components/empty-people";
import { PeopleFilters } from "./_components/people-filters";
import { PeopleTable } from "./_components/people-table";
import { loadPeopleSearch, toPeopleHref } from "./search-params";

export const metadata: Metadata = { title: "Users" };

export default async function UsersPage({ searchParams }: PageProps<"/admin/users">) {
  const { ctx, origin } = await openAdminContext();
  const { before, after, ...filter } = await loadPeopleSearch(searchParams);
  const { q, plan, status, verified, suspended, sort } = filter;
  const search = {
    ...(q ? { text: q } : {}),
    ...(plan ? { plan } : {}),
    ...(status ? { status } : {}),
    ...(verified ? { verified: verified === "yes" } : {}),
    ...(suspended ? { suspended: suspended === "yes" } : {}),
    ...{ sort, before, after },
  };
  const { people, idKind, older, newer } = await searchPeople(ctx, search, origin);
  return (
    <>
      <PageHeader
        title="Users"
        description="Find somebody by part of their address or name, by a user or payment id, or by any of Stripe's ids."
      />
      <Card aria-label="Search">
        <PeopleFilters />
        {people.length === 0 ? (
          <EmptyPeople idKind={idKind} />
        ) : (
          <PeopleTable people={people} idKind={idKind} soughtId={q} />
        )}
        <Pagination
          label="Pages of people"
          previousHref={newer ? toPeopleHref({ ...filter, after: newer }) : null}
          nextHref={older ? toPeopleHref({ ...filter, before: older }) : null}
        />
      </Card>
    </>
  );
}
