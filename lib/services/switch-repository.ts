import type { Db } from "@/lib/db";

interface Switch {
  slug: string;
  active: boolean;
  reason: string;
  changedById: string;
  changedAt: Date;
}

/**
 * Two admins at once go one after the other.
 * @returns false when it is as it should be already; then nothing is written
 */
export async function saveSwitch(tx: Db, { slug, ...data }: Switch): Promise<boolean> {
  await tx.sql({
    name: "lock-service-switch",
    text: "SELECT pg_advisory_xact_lock(hashtextextended('service-switch:' || $1::text, 0))::text AS locked",
    values: [slug],
  });
  const before = await tx.prisma.serviceSwitch.findUnique({ where: { slug }, select: { active: true } });
  if ((before?.active ?? true) === data.active) return false;
  await tx.prisma.serviceSwitch.upsert({
    where: { slug },
    create: { slug, ...data },
    update: data,
    select: { slug: true },
  });
  return true;
}
