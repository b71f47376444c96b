import type { Db } from "@/lib/db";

/** As many connections as one page may keep busy: the others are for everybody else, and new ones cost time, too. */
const atOnce = 4;

/** The same database, on which no more than four statements run at once; the others wait their turn. */
export function takeTurns(db: Db): Db {
  const waiting: (() => void)[] = [];
  let free = atOnce;
  const sql: Db["sql"] = async (statement) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await db.sql(statement);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
  return { prisma: db.prisma, sql };
}
