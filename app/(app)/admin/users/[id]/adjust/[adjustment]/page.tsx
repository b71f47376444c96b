import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { toPersonHref } from "../../search-params";
import { NotForThisPerson } from "../_components/not-for-this-person";
import { ReversalDesk } from "../_components/reversal-desk";
import { openPerson } from "../open-person";

export const metadata: Metadata = { title: "Reverse a change" };

export default async function ReversePage({
  params,
  searchParams,
}: PageProps<"/admin/users/[id]/adjust/[adjustment]">) {
  const { id, adjustment } = await params;
  const { ctx, person, mayAct } = await openPerson(id, "adjust");
  const parents = [
    { label: "Users", href: "/admin/users" as const },
    { label: person.email, href: toPersonHref(person.id, {}) },
  ];
  const desk = mayAct
    ? await ReversalDesk({ ctx, userId: person.id, adjustmentId: adjustment, search: await searchParams })
    : null;
  if (mayAct && !desk) notFound();
  return (
    <>
      <PageHeader
        title="Reverse a change"
        parents={parents}
        description="Nothing is taken out of the history: an entry of its own undoes it."
      />
      {desk ?? <NotForThisPerson anonymised={person.anonymisedAt !== null} />}
    </>
  );
}
