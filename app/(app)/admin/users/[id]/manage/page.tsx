import type { Metadata } from "next";
import { Alert } from "@/components/ui/alert";
import { PageHeader } from "@/components/ui/page-header";
import { NotForThisPerson } from "../adjust/_components/not-for-this-person";
import { openPerson } from "../adjust/open-person";
import { toPersonHref } from "../search-params";
import { AccountActs } from "./_components/account-acts";
import { ComplimentaryCard } from "./_components/complimentary-card";
import { QuotaCard } from "./_components/quota-card";
import { SignInActs } from "./_components/sign-in-acts";
import { managedWords } from "./managed";
import { loadManageSearch } from "./search-params";

export const metadata: Metadata = { title: "Manage" };

export default async function ManagePage({ params, searchParams }: PageProps<"/admin/users/[id]/manage">) {
  const { ctx, person, mayAct } = await openPerson((await params).id, "manage");
  const { done } = await loadManageSearch(searchParams);
  return (
    <>
      <PageHeader
        title="Manage"
        parents={[
          { label: "Users", href: "/admin/users" },
          { label: person.email, href: toPersonHref(person.id, {}) },
        ]}
        description="Each act stands in the record with its reason, which only admins see."
      />
      {done ? <Alert tone="positive" title={managedWords[done]} className="mb-6" /> : null}
      {mayAct ? (
        <>
          <AccountActs person={person} />
          <SignInActs ctx={ctx} userId={person.id} />
          <ComplimentaryCard ctx={ctx} userId={person.id} />
          <QuotaCard ctx={ctx} userId={person.id} />
        </>
      ) : (
        <NotForThisPerson anonymised={person.anonymisedAt !== null} />
      )}
    </>
  );
}
