import { z } from "zod";
import { linkedProviders } from "@/lib/linked-accounts/types";

/** Whether an address or a password is good is decided by the domain; here only that something sensible came. */
const email = z
  .string("Enter your email address.")
  .trim()
  .min(1, "Enter your email address.")
  .max(320, "This address is too long.");
const password = z
  .string("Enter your password.")
  .min(1, "Enter your password.")
  .max(256, "Use at most 256 characters.");
const newPassword = z.string("Choose a password.").min(1, "Choose a password.");
const next = z.string().max(2000).optional().catch(undefined);
const token = z.string().min(1).max(200);

const code = z.string("Enter the code.").trim().min(1, "Enter the code.").max(100, "This is no code.");

export const codeSchema = z.object({ code });
export const signUpSchema = z.object({ email, password: newPassword, next });
export const signInSchema = z.object({ email, password, next });
export const confirmSchema = z.object({ password, code: z.string().trim().max(100).optional(), next });
export const emailLinkSchema = z.object({ email, next });
export const linkSchema = z.object({ token, next });
export const emailSchema = z.object({ email });
export const tokenSchema = z.object({ token });
export const resetSchema = z.object({ token, password: newPassword });
export const providerSchema = z.object({ provider: z.enum(linkedProviders), next });
