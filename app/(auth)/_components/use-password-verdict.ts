"use client";

import { useDeferredValue, useEffect, useState } from "react";
import type { PasswordVerdict } from "@/lib/shared/password-strength";

/**
 * What the server would say to this password, while it is typed. The word lists are fetched with the first
 * character; until they are here, and for an empty field, there is no verdict.
 */
export function usePasswordVerdict(password: string, email: string): PasswordVerdict | null {
  const typed = useDeferredValue(password);
  const [verdict, setVerdict] = useState<PasswordVerdict | null>(null);
  useEffect(() => {
    let stale = false;
    if (typed === "") return;
    void import("@/lib/shared/password-strength").then(({ judgePassword }) => {
      if (!stale) setVerdict(judgePassword(typed, [email]));
    });
    return () => {
      stale = true;
    };
  }, [typed, email]);
  return typed === "" ? null : verdict;
}
