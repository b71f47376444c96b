"use client";

import { Alert } from "@/components/ui/alert";
import { buttonStyles } from "@/components/ui/button-styles";
import { useNotice } from "./use-notice";

/** Where the page says what became of what was pressed, when that is more than a toast. */
export function NoticePlace() {
  const { notice } = useNotice();
  if (!notice) return null;
  const { tone, title, detail, action } = notice;
  return (
    <Alert
      tone={tone}
      title={title}
      className="mb-6"
      action={
        action ? (
          <a href={action.href} className={buttonStyles({ variant: "secondary", size: "sm" })}>
            {action.label}
          </a>
        ) : null
      }
    >
      {detail}
    </Alert>
  );
}
