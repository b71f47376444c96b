import { createHmac, timingSafeEqual } from "node:crypto";
import { isNotificationKind, isSetting } from "./policy";
import type { NotificationKind } from "./types";

/** Whose mails of which kind a link switches off. */
export interface UnsubscribeTarget {
  userId: string;
  kind: NotificationKind;
}

const form = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([a-z_]{1,40})\.([\w-]{43})$/;

const sign = (key: Uint8Array, payload: string) =>
  createHmac("sha256", key).update(payload).digest("base64url");

/** Made for these links alone. The first signs; the others, from before a change of the secret, still open. */
export type UnsubscribeKeys = readonly [Uint8Array, ...Uint8Array[]];

/**
 * Names a person and a kind of mail, signed. It holds nothing secret, does not expire, and is the same each time, so
 * that a mail which is sent again under its key has the same bytes.
 */
export function toUnsubscribeToken([key]: UnsubscribeKeys, { userId, kind }: UnsubscribeTarget): string {
  const payload = `${userId}.${kind}`;
  return `${payload}.${sign(key, payload)}`;
}

/** Null for what we did not sign, and for kinds that are no more or cannot be switched off. */
export function readUnsubscribeToken(keys: UnsubscribeKeys, token: string): UnsubscribeTarget | null {
  const [, userId, kind, signature] = form.exec(token) ?? [];
  if (!userId || !kind || !signature) return null;
  const matches = (key: Uint8Array) =>
    timingSafeEqual(Buffer.from(signature), Buffer.from(sign(key, `${userId}.${kind}`)));
  if (!keys.some(matches) || !isNotificationKind(kind)) return null;
  return isSetting({ kind, channel: "email" }) ? { userId, kind } : null;
}
