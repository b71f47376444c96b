import { z } from "zod";
import { linkedProviders } from "@/lib/linked-accounts/types";

export const passwordChangeSchema = z.object({
  current: z.string("Enter your current password.").min(1, "Enter your current password.").max(256),
  password: z.string("Choose a password.").min(1, "Choose a password."),
});

export const sessionSchema = z.object({ sessionId: z.uuid() });

export const linkedAccountSchema = z.object({ provider: z.enum(linkedProviders) });
