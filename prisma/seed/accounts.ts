/** Password of every seeded account. Accounts with it exist only where the seed ran: the local stack. */
export const seedPassword = "quickscale-local-stack";

export interface SeededAccount {
  email: string;
  name: string;
  role: "member" | "admin";
  /** Said beside the address when the stack is ready. */
  about: string;
}

export const seededAccounts: readonly SeededAccount[] = [
  { email: "ada@quickscale.local", name: "Ada Marlowe", role: "member", about: "a year of history" },
  { email: "ben@quickscale.local", name: "Ben Okafor", role: "member", about: "bought one pack" },
  { email: "cleo@quickscale.local", name: "Cleo Lindqvist", role: "member", about: "just signed up" },
  { email: "admin@quickscale.local", name: "Alma Reyes", role: "admin", about: "administrator" },
];
