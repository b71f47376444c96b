"use client";

import { useMemo, useState, type ReactNode } from "react";
import { NoticeContext } from "./notice-context";
import type { PaymentNotice } from "./payment-words";

/** Keeps what the page's buttons have to say, which stays until the next of them is pressed. */
export function BillingNotices({ children }: { children: ReactNode }) {
  const [notice, show] = useState<PaymentNotice | null>(null);
  const value = useMemo(() => ({ notice, show }), [notice]);
  return <NoticeContext value={value}>{children}</NoticeContext>;
}
