import { z } from "zod";

const code = z.string("Enter the code.").trim().min(1, "Enter the code.").max(100, "This is no code.");

export const recoveryCodesSchema = z.object({ code, purpose: z.enum(["turn-on", "renew"]) });
export const turnOffSchema = z.object({ code });
