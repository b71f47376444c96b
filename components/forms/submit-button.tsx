"use client";

import { type ComponentProps } from "react";
import { useFormStatus } from "react-dom";

import { Button } from "@/components/ui/button";

/** Shows that its own form is being sent, and cannot be pressed twice meanwhile. */
export function SubmitButton({ pending = false, ...props }: ComponentProps<typeof Button>) {
  const form = useFormStatus();
  return <Button {...props} type="submit" pending={pending || form.pending} />;
}
