import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/(app)/or-not-found";
import { Alert } from "@/components/ui/alert";
import { Card, CardBody } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { viewPerson } from "@/lib/support";
import { openAdminContext } from "../../../admin-context";
import { toPersonHref } from "../search-params";
import { ViewAsForm } from "./_components/view-as-form";

export const metadata: Metadata = { title: "View as user" };

export default async function ViewAsPage({ params }: PageProps<"/admin/users/[id]/view-as">) {
  const { ctx, origin } = await openAdminContext();
  const { id } = await params;
  const person = await orNotFound(() => viewPerson(ctx, { userId: id, tab: "credits", origin }));
  if (person.anonymisedAt) notFound();
  return (
    <>
      <PageHeader
        title="View as user"
        parents={[
          { label: "Users", href: "/admin/users" },
          { label: person.email, href: toPersonHref(id, { tab: "credits" }) },
        ]}
      />
      <Card aria-label="View as user" className="max-w-2xl">
        <CardBody>
          {person.role === "admin" ? (
            <Alert title="Nobody looks as an admin.">
              What an admin can do is not to be seen through their eyes. Take their role first, if you must.
            </Alert>
          ) : (
            <>
              <ul className="mb-5 list-disc space-y-1 pl-5 text-ink-muted">
                <li>
                  You see every page as <span className="break-all text-ink">{person.email}</span> sees it,
                  for 30 minutes or until you stop.
                </li>
                <li>Nothing can be bought, run or changed: the database refuses every write.</li>
                <li>Each page that you open stands in the audit log. The user is not told.</li>
                <li>Your own pages and those of admins are closed meanwhile.</li>
              </ul>
              <ViewAsForm userId={id} />
            </>
          )}
        </CardBody>
      </Card>
    </>
  );
}
