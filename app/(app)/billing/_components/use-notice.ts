"use client";

import { use } from "react";
import { NoticeContext, type Notices } from "./notice-context";

export function useNotice(): Notices {
  return use(NoticeContext);
}
