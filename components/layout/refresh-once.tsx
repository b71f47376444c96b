"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** The frame around the page was drawn while the credits were being added: draws its balance again. */
export function RefreshOnce() {
  const router = useRouter();
  useEffect(() => {
    router.refresh();
  }, [router]);
  return null;
}
