import { type Metadata } from "next";

import { StatusPage } from "@/components/layout/status-page";
import { LinkButton } from "@/components/ui/link-button";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <StatusPage
      code="404"
      title="There is nothing at this address"
      action={
        <>
          <LinkButton href="/dashboard">Go to your dashboard</LinkButton>
          <LinkButton href="/" variant="secondary">
            Home page
          </LinkButton>
        </>
      }
    >
      <p>
        The page may have moved, or the address has a typing mistake. Your account and credits are as they
        were.
      </p>
    </StatusPage>
  );
}
