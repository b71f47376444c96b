"use client";

import { browserSupportsWebAuthn } from "@simplewebauthn/browser";
import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether this browser can have passkeys. The server takes it for granted: nearly every browser can. */
export function useHasPasskeys(): boolean {
  return useSyncExternalStore(never, browserSupportsWebAuthn, () => true);
}
