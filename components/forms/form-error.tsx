import { type ReactNode } from "react";

import { Alert } from "@/components/ui/alert";

type FormErrorProps = { title: string | null | undefined; children?: ReactNode };

/** What went wrong with the form as a whole; what is wrong with one field is said at that field. */
export function FormError({ title, children }: FormErrorProps) {
  if (!title) return null;
  return (
    <Alert tone="danger" title={title}>
      {children}
    </Alert>
  );
}
