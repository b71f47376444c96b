/** Whose word we take for who somebody is. */
export const linkedProviders = ["google", "github"] as const;

export type LinkedProvider = (typeof linkedProviders)[number];

export const providerNames: Record<LinkedProvider, string> = { google: "Google", github: "GitHub" };

/** What a provider says of the person in front of it. */
export interface ProviderIdentity {
  provider: LinkedProvider;
  /** Never changes, unlike the address and the name. */
  providerAccountId: string;
  /** Their own word, until `emailVerified` is true. */
  email: string | null;
  emailVerified: boolean;
  name: string | null;
}

/** An account elsewhere that signs its owner in here. */
export interface LinkedAccount {
  provider: LinkedProvider;
  /** As it was there when it was linked. */
  email: string;
  linkedAt: Date;
}
