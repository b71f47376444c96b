import type { Database } from "@/lib/db";
import { hashPassword } from "@/lib/users";
import { seededAccounts, seedPassword } from "./accounts";

const joinedAt = new Date("2025-11-01T09:00:00Z");

/** Fills an empty database with demo people. A database that has people is left as it is. */
export async function seedDatabase(db: Database): Promise<string> {
  if ((await db.prisma.user.count()) > 0) return "there already";
  const passwordHash = await hashPassword(seedPassword);
  await db.prisma.user.createMany({
    data: seededAccounts.map(({ email, name, role }) => ({
      email,
      name,
      role,
      passwordHash,
      emailVerified: joinedAt,
      createdAt: joinedAt,
    })),
  });
  return `${seededAccounts.length} people`;
}
