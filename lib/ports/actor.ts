/** Who acts. Every use case that reads or changes a person's data decides by it. */
export type Actor =
  | { kind: "anonymous" }
  | { kind: "user"; userId: string; role: "member" | "admin"; sessionId: string }
  | { kind: "system"; name: string };
