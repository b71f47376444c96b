import { randomUUID } from "node:crypto";
import type { Db } from "@/lib/db";

export interface TestUser {
  id: string;
  email: string;
}

/** A verified member without a password. */
export async function createUser(
  db: Db,
  overrides: { email?: string; role?: "member" | "admin" } = {},
): Promise<TestUser> {
  const email = overrides.email ?? `${randomUUID()}@example.com`;
  return db.prisma.user.create({
    data: { email, role: overrides.role ?? "member", emailVerified: new Date("2026-01-01T00:00:00Z") },
    select: { id: true, email: true },
  });
}
