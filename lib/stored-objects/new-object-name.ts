import { randomBytes } from "node:crypto";

/** A part of a key that nobody can guess and that is never used again. */
export function newObjectName(): string {
  return randomBytes(16).toString("hex");
}
