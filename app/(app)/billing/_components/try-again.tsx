"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";

/** Asks the server for the page again, in place. */
export function TryAgain() {
  const router = useRouter();
  const [pending, start] = useTransition();
  return (
    <Button variant="secondary" pending={pending} onClick={() => start(() => router.refresh())}>
      Try again
    </Button>
  );
}
