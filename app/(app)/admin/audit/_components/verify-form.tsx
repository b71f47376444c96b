"use client";

import { ButtonForm } from "@/app/(app)/settings/_components/button-form";
import { submitVerifyAudit } from "../_actions/verify-audit";

export function VerifyForm() {
  return <ButtonForm action={submitVerifyAudit} label="Verify now" />;
}
