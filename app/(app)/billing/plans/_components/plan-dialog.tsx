"use client";

import { useRouter } from "next/navigation";
import { type ReactNode } from "react";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { Route } from "next";

interface PlanDialogProps {
  title: string;
  description?: ReactNode;
  /** The address of the page without the dialog. */
  closeHref: Route;
  children: ReactNode;
}

/** A dialog whose being open is in the address: a link opens it, with and without a script. */
export function PlanDialog({ title, description, closeHref, children }: PlanDialogProps) {
  const router = useRouter();
  return (
    <Dialog open onOpenChange={() => router.replace(closeHref, { scroll: false })}>
      <DialogContent title={title} description={description}>
        {children}
      </DialogContent>
    </Dialog>
  );
}
