/** What a key may do. Each operation of the API asks for one of them. */
export const apiScopes = ["services:read", "services:run", "credits:read", "usage:read"] as const;
export type ApiScope = (typeof apiScopes)[number];

/** Keys of an installation that stands on a test key of Stripe move no real money, and say so. */
export type ApiKeyMode = "live" | "test";

export const maxApiKeys = 20;

/** A key as its owner sees it. The secret is not among it: nobody can see that again. */
export interface ApiKeyView {
  id: string;
  name: string;
  /** Begins the secret: `qs_live_` or `qs_test_`. */
  prefix: string;
  /** Ends the secret. */
  lastFour: string;
  scopes: ApiScope[];
  createdAt: Date;
  rotatedAt: Date | null;
  /** Null: never. */
  expiresAt: Date | null;
  /** To the minute; null: not yet. */
  lastUsedAt: Date | null;
  expired: boolean;
  /** While the secret from before the last rotation still works. */
  previousUntil: Date | null;
}

/** The only time that a secret is told. */
export interface IssuedApiKey {
  id: string;
  name: string;
  secret: string;
}

/** Whom a request acts for, and what it may do. */
export interface ApiCaller {
  keyId: string;
  userId: string;
  scopes: readonly ApiScope[];
}
