import { type Metadata } from "next";

import { StatusPage } from "@/components/layout/status-page";
import { LinkButton } from "@/components/ui/link-button";

export const metadata: Metadata = { title: "Too many requests", robots: { index: false } };

export default function TooManyRequestsPage() {
  return (
    <StatusPage
      code="429"
      title="That was a lot at once"
      action={
        <LinkButton href="/" variant="secondary">
          Home page
        </LinkButton>
      }
    >
      <p>
        To keep the service quick for everyone, we paused your requests. Wait a minute and go back. Nothing
        was lost.
      </p>
    </StatusPage>
  );
}
