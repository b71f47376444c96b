import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { toPersonHref } from "../search-params";
import { AdjustDesk } from "./_components/adjust-desk";
import { NotForThisPerson } from "./_components/not-for-this-person";
import { openPerson } from "./open-person";

export const metadata: Metadata = { title: "Adjust credits" };

export default async function AdjustPage({ params, searchParams }: PageProps<"/admin/users/[id]/adjust">) {
  const { ctx, person, mayAct } = await openPerson((await params).id, "adjust");
  const parents = [
    { label: "Users", href: "/admin/users" as const },
    { label: person.email, href: toPersonHref(person.id, {}) },
  ];
  return (
    <>
      <PageHeader
        title="Adjust credits"
        parents={parents}
        description="Choose what to change, look at what it does, then confirm. The member sees it in their history."
      />
      {mayAct ? (
        <AdjustDesk ctx={ctx} userId={person.id} search={await searchParams} />
      ) : (
        <NotForThisPerson anonymised={person.anonymisedAt !== null} />
      )}
    </>
  );
}
