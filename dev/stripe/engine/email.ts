import { invalidRequest } from "../server/stripe-error";

export const looksLikeEmail = (text: string): boolean =>
  text.length <= 512 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

export function checkEmail(email: string | undefined, param: string): void {
  if (email === undefined || email === "" || looksLikeEmail(email)) return;
  throw invalidRequest(`Invalid email address: ${email}`, { code: "email_invalid", param });
}
