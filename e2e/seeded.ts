import { seededAccounts } from "@/prisma/seed/accounts";

function findSeeded(name: string) {
  const account = seededAccounts.find(({ email }) => email.startsWith(`${name}@`));
  if (!account) throw new Error(`The seed has no ${name}@`);
  return { email: account.email };
}

/** The seeded member with a year of history. */
export const seededMember = findSeeded("ada");

export const seededAdmin = findSeeded("admin");
