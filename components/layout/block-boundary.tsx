"use client";

import { catchError, type ErrorInfo } from "next/error";
import { toReference } from "@/components/layout/to-reference";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

function BlockFailure({ title }: { title: string }, { error, retry }: ErrorInfo) {
  return (
    <ErrorState
      title={`${title} could not be shown`}
      reference={toReference(error)}
      action={
        <Button variant="secondary" onClick={() => retry()}>
          Try again
        </Button>
      }
    >
      The figures are kept; only this part of the page failed. The others are right.
    </ErrorState>
  );
}

/** Keeps the failure of one block from the others. */
export const BlockBoundary = catchError(BlockFailure);
