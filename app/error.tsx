"use client";

import { StatusPage } from "@/components/layout/status-page";
import { toReference } from "@/components/layout/to-reference";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <StatusPage
      code="500"
      title="Something broke on our side"
      reference={toReference(error)}
      action={
        <>
          <Button onClick={retry}>Try again</Button>
          <LinkButton href="/" variant="secondary">
            Home page
          </LinkButton>
        </>
      }
    >
      <p>This page could not be shown. What you had saved is kept, and showing a page never takes credits.</p>
    </StatusPage>
  );
}
