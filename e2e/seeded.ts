import { seededAccounts } from "@/prisma/seed/accounts";

const ada = seededAccounts.find(({ email }) => email.startsWith("ada@"));
if (!ada) throw new Error("The seed has no ada@");

/** The seeded member with a year of history. */
export const seededMember = { email: ada.email };
