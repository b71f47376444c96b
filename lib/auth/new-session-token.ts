import { randomBytes } from "node:crypto";

/** 256 random bits; the database keeps only their hash. */
export function newSessionToken(): string {
  return randomBytes(32).toString("base64url");
}
