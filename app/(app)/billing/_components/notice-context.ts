"use client";

import { createContext } from "react";
import type { PaymentNotice } from "./payment-words";

export interface Notices {
  notice: PaymentNotice | null;
  show: (notice: PaymentNotice | null) => void;
}

export const NoticeContext = createContext<Notices>({ notice: null, show: () => undefined });
