"use client";

import { toReference } from "@/components/layout/to-reference";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";

/** Inside the shell, so that navigation and balance stay while one page fails. */
export default function MemberErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <Card>
      <ErrorState
        title="This page could not be shown"
        reference={toReference(error)}
        action={<Button onClick={retry}>Try again</Button>}
      >
        Something broke on the way. Showing a page takes no credits and no money. If you had just confirmed
        something, it may be done all the same: look before you confirm it again.
      </ErrorState>
    </Card>
  );
}
