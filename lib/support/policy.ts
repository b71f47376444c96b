import { isUuid } from "@/lib/shared/is-uuid";
import type { IdKind, PeopleSearch } from "./types";

const longestText = 100;
/** Times of rows lie before it. */
const lastPlace = Date.parse("9999-12-31T00:00:00Z");

/** Stripe's ids by what they begin with; `py_` are charges of what is not a card, `du_` disputes of later days. */
const prefixes: readonly (readonly [string, IdKind])[] = [
  ["cus_", "customer"],
  ["pi_", "payment_intent"],
  ["ch_", "charge"],
  ["py_", "charge"],
  ["in_", "invoice"],
  ["sub_", "subscription"],
  ["re_", "refund"],
  ["pyr_", "refund"],
  ["dp_", "dispute"],
  ["du_", "dispute"],
  ["cs_", "checkout"],
];

const stripeId = /^[a-z]{2,4}_[A-Za-z0-9_]+$/;

/** `uuid` may be any row of ours; the rest are Stripe's. */
export type Sought =
  | { by: "nothing" }
  | { by: "uuid"; id: string }
  | { by: "stripe"; kind: IdKind; id: string }
  /** Three characters are what a trigram needs to be found anywhere; less is looked for where a text begins. */
  | { by: "text"; escaped: string; where: "anywhere" | "beginning" };

/** For LIKE: nothing of what was typed is a wildcard. */
const escapeLike = (text: string) => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

/** What somebody typed, as what it can be looked up by. Addresses are stored in NFKC, so is what is looked for. */
export function toSought(typed: string | undefined): Sought {
  const text = (typed ?? "")
    .replaceAll("\0", "")
    .toWellFormed()
    .normalize("NFKC")
    .trim()
    .slice(0, longestText);
  if (text === "") return { by: "nothing" };
  if (isUuid(text)) return { by: "uuid", id: text.toLowerCase() };
  const kind = stripeId.test(text) ? prefixes.find(([prefix]) => text.startsWith(prefix))?.[1] : undefined;
  if (kind) return { by: "stripe", kind, id: text };
  return {
    by: "text",
    escaped: escapeLike(text),
    where: Array.from(text).length < 3 ? "beginning" : "anywhere",
  };
}

/** The search as the record of it keeps it. */
export function toSearchFacts({ text, plan, status, suspended, verified, sort }: PeopleSearch) {
  const facts = {
    text: text?.slice(0, longestText).toWellFormed().replaceAll("\0", ""),
    plan,
    status,
    suspended,
    verified,
    sort,
  };
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ) as Record<string, string | boolean>;
}

export interface Place {
  at: Date;
  email: string;
  id: string;
}

/** A place as it stands in an address: what sorts, and what tells equals apart. */
export function toCursor({ at, email, id }: Place): string {
  return Buffer.from(JSON.stringify([at.getTime(), email, id])).toString("base64url");
}

const isText = (text: string) => !text.includes("\0") && text.isWellFormed();

/** Null for what no page gave. */
export function fromCursor(text: string | null | undefined): Place | null {
  if (!text) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    const [at, email, id] = Array.isArray(parts) ? (parts as unknown[]) : [];
    const place = { at: new Date(Number(at)), email: String(email), id: String(id) };
    const since = place.at.getTime();
    const usable = since >= 0 && since < lastPlace && isUuid(place.id) && isText(place.email);
    return usable ? place : null;
  } catch {
    return null;
  }
}
