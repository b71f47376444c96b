import type { CallName } from "./calls";

/** Between the harness and the app's process, with V8's own serialisation: BigInt and Date stay what they are. */
export type ToApp = { kind: "go" } | { kind: "stop-worker" } | CallMessage;

interface CallMessage {
  kind: "call";
  id: number;
  name: CallName;
  actor: { userId: string; role: "member" | "admin" } | null;
  input: unknown;
}

export type FromApp =
  | { kind: "loaded" }
  | { kind: "ready"; webhookUrl: string }
  | { kind: "worker-stopped" }
  | { kind: "answer"; id: number; answer: Answer };

export type Answer<T = unknown> =
  | { outcome: "done"; value: T }
  /** The app said no, in its own words. */
  | { outcome: "refused"; code: string }
  /** An error that no code of the app's names. */
  | { outcome: "broken"; error: string }
  /** The process died before it answered. */
  | { outcome: "killed" };
