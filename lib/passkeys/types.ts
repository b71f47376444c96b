export const maxPasskeys = 10;

/** What a device is asked to sign for. What it signed for one thing is worth nothing for another. */
export type PasskeyPurpose = "register" | "sign_in" | "confirm";

/** A passkey as its owner sees it. */
export interface PasskeyView {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  /** Whether copies of it are on other devices of its owner; otherwise it is lost with its device. */
  synced: boolean;
}
