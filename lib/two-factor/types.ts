/** How somebody proved who they are before the second step. */
export type FirstFactor = "password" | "link" | "provider";

/** What the owner sees of their two-factor sign-in. */
export interface TwoFactorState {
  /** Since when it is on; null while it is off. */
  since: Date | null;
  recoveryCodesLeft: number;
}

/** A sign-in that owes its second step. */
export interface PendingSignIn {
  userId: string;
  email: string;
  /** The path of ours to go to afterwards. */
  next: string;
}
