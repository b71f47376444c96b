"use client";

import { ButtonForm } from "@/app/(app)/settings/_components/button-form";
import { submitStopViewing } from "../_actions/stop-viewing";

export function StopViewingForm() {
  return <ButtonForm action={submitStopViewing} label="Stop viewing" size="sm" />;
}
