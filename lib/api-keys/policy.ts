import type { Actor } from "@/lib/ports/actor";
import { ApiKeyOwnerRequired } from "./errors";
import type { ApiKeyMode } from "./types";

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** As many digits of base 62 as 256 bits need. */
const bodyLength = 43;

/** `last_used_at` is written at most this often, so that a call is not a write. */
export const touchIntervalMs = 60_000;

/** @throws ApiKeyOwnerRequired */
export function ownerOf(actor: Actor): string {
  if (actor.kind !== "user") throw new ApiKeyOwnerRequired();
  return actor.userId;
}

export function keyPrefix(mode: ApiKeyMode): string {
  return `qs_${mode}_`;
}

/** 32 random bytes as a secret: only letters and figures after the prefix, so that a double click takes all of it. */
export function toSecret(mode: ApiKeyMode, bytes: Uint8Array): string {
  let rest = BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
  let body = "";
  while (body.length < bodyLength) {
    body = `${digits[Number(rest % 62n)] ?? ""}${body}`;
    rest /= 62n;
  }
  return `${keyPrefix(mode)}${body}`;
}

/** Whether a text can be a secret of this installation: what cannot is refused without a look at the database. */
export function isSecret(mode: ApiKeyMode, text: string): boolean {
  const prefix = keyPrefix(mode);
  return (
    text.length === prefix.length + bodyLength &&
    text.startsWith(prefix) &&
    /^[0-9A-Za-z]+$/.test(text.slice(prefix.length))
  );
}
