import { createHash } from "node:crypto";
import type { Actor } from "@/lib/ports/actor";
import { ActorRequired, AdminRequired } from "./errors";
import type { AuditFacts } from "./types";

/** What a stream begins with. */
export const firstHash = "0".repeat(64);

/** @throws ActorRequired for nobody */
export function streamOf(actor: Actor): string {
  if (actor.kind === "anonymous") throw new ActorRequired();
  return actor.kind === "user" ? `admin:${actor.userId}` : `system:${actor.name}`;
}

/**
 * The record is read by admins, and by the command line and jobs.
 * @throws AdminRequired
 */
export function requireReader(actor: Actor): void {
  if (actor.kind === "system" || (actor.kind === "user" && actor.role === "admin")) return;
  throw new AdminRequired();
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** As PostgreSQL can hold it: nothing that somebody typed keeps an act from being written down. */
export function toStoredText(text: string, longest: number): string {
  return text.slice(0, longest).toWellFormed().replaceAll("\0", "");
}

const longestFact = 10_000;

function toJson(value: AuditFacts[string]): Json {
  if (typeof value === "string") return toStoredText(value, longestFact);
  if (Array.isArray(value)) return value.map((part: string) => toStoredText(part, longestFact));
  if (typeof value === "bigint") return String(value);
  return value instanceof Date ? value.toISOString() : value;
}

/** Facts as JSON: whole numbers beyond doubles and instants become text. */
export function toStoredFacts(facts: AuditFacts | null | undefined): Record<string, Json> | null {
  if (!facts) return null;
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, toJson(value)]));
}

/** JSON with its keys in one order, whatever order PostgreSQL hands them back in. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(",")}}`;
}

/** What an entry's hash is taken of. */
export interface HashedEntry {
  id: string;
  stream: string;
  seq: bigint;
  at: Date;
  actorId: string | null;
  action: string;
  targetType: string;
  targetId: string;
  userId: string | null;
  reason: string | null;
  before: unknown;
  after: unknown;
  ip: string | null;
  userAgent: string | null;
  previousHash: string;
}

/** SHA-256 over the whole entry and the hash before it: none can change without all later ones. */
export function hashEntry(entry: HashedEntry): string {
  const { id, stream, seq, at, actorId, action, targetType, targetId } = entry;
  const { userId, reason, before, after, ip, userAgent, previousHash } = entry;
  const named = { id, stream, seq: String(seq), at: at.toISOString(), actorId, action, targetType, targetId };
  const all = { ...named, userId, reason, before, after, ip, userAgent, previousHash };
  return createHash("sha256").update(canonical(all)).digest("hex");
}
