import type { Db } from "@/lib/db";
import { enabledByDefault } from "./policy";
import type { NotificationChoice } from "./types";

interface Chosen {
  userId: string;
  choices: readonly NotificationChoice[];
  now: Date;
}

/** Keeps what differs from the default and forgets the rest; switches that are not named stay. Needs a transaction. */
export async function keepChoices(tx: Db, { userId, choices, now }: Chosen): Promise<void> {
  const named = choices.map(({ kind, channel }) => ({ kind, channel }));
  await tx.prisma.notificationPreference.deleteMany({ where: { userId, OR: named } });
  await tx.prisma.notificationPreference.createMany({
    data: choices
      .filter(({ enabled }) => enabled !== enabledByDefault)
      .map((choice) => ({ ...choice, userId, updatedAt: now })),
    skipDuplicates: true,
  });
}
