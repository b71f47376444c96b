import type { Metadata } from "next";
import { orNotFound } from "@/app/(app)/or-not-found";
import { PageHeader } from "@/components/ui/page-header";
import { viewPerson } from "@/lib/support";
import { openAdminContext } from "../../admin-context";
import { DoneNotice } from "./_components/done-notice";
import { PersonActions } from "./_components/person-actions";
import { PersonSummary } from "./_components/person-summary";
import { PersonTabs } from "./_components/person-tabs";
import { tabs } from "./_components/tabs";
import { loadPersonSearch } from "./search-params";

export const metadata: Metadata = { title: "User" };

export default async function UserPage({ params, searchParams }: PageProps<"/admin/users/[id]">) {
  const { ctx, origin } = await openAdminContext();
  const { id } = await params;
  const search = await searchParams;
  const { tab, done, before, after } = loadPersonSearch(search);
  const person = await orNotFound(() => viewPerson(ctx, { userId: id, tab, origin }));
  const Tab = tabs[tab];
  return (
    <>
      <PageHeader
        title={person.email}
        parents={[{ label: "Users", href: "/admin/users" }]}
        action={<PersonActions person={person} />}
      />
      <DoneNotice done={done} />
      <PersonSummary ctx={ctx} person={person} />
      <PersonTabs userId={person.id} current={tab} />
      <Tab ctx={ctx} userId={person.id} before={before} after={after} search={search} />
    </>
  );
}
