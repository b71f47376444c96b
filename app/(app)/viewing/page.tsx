import { Eye } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { openMemberFrame } from "@/lib/auth";

export const metadata: Metadata = { title: "Only viewing" };

/** Where whatever does something leads who looks as somebody else. */
export default async function ViewingPage() {
  const { user, viewingUntil } = await openMemberFrame();
  if (!viewingUntil) redirect("/dashboard");
  return (
    <>
      <PageHeader title="You are only viewing" />
      <Card>
        <EmptyState
          icon={Eye}
          title="Nothing was bought, run or changed"
          action={
            <LinkButton href="/dashboard" variant="secondary">
              Go on viewing
            </LinkButton>
          }
        >
          You view as {user.email}. What changes something, and pages about sign-in, keys and the account, are
          closed until you stop. Sign-ins and security of this user stand on their page among the users.
        </EmptyState>
      </Card>
    </>
  );
}
