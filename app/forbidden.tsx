import { type Metadata } from "next";

import { StatusPage } from "@/components/layout/status-page";
import { LinkButton } from "@/components/ui/link-button";

export const metadata: Metadata = { title: "Not allowed" };

export default function Forbidden() {
  return (
    <StatusPage
      code="403"
      title="This is not yours to open"
      action={<LinkButton href="/dashboard">Go to your dashboard</LinkButton>}
    >
      <p>
        You are signed in, but your account may not see this page. If you expected to, sign in with the other
        account.
      </p>
    </StatusPage>
  );
}
