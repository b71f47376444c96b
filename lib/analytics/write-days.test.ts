import { describe, expect, it } from "vitest";
import type { Database, Db, SqlStatement } from "@/lib/db";
import { lengthOf } from "./days";
import { runs } from "./rollups/runs";
import { writeRange } from "./write-days";

/** A database in whose transactions no more than some days are written. */
function writtenBy(most: number, code = "P2028"): { db: Database; written: string[] } {
  const written: string[] = [];
  const sql = ({ name, values }: SqlStatement) => {
    if (!name.startsWith("analytics-write")) return Promise.resolve([]);
    const [, from, to] = values.map(String) as [string, string, string];
    if (lengthOf({ from, to }) > most) return Promise.reject(Object.assign(new Error("too long"), { code }));
    written.push(`${from}/${to}`);
    return Promise.resolve([]);
  };
  const tx = { sql } as unknown as Db;
  return { db: { transaction: (work: (tx: Db) => unknown) => work(tx) } as unknown as Database, written };
}

describe("days that are too much for one transaction", () => {
  const asked = { zone: "UTC", range: { from: "2026-10-01", to: "2026-10-07" } };

  it("are written in several, each once", async () => {
    const { db, written } = writtenBy(2);
    await writeRange(db, runs, asked);
    expect(written).toEqual([
      ...["2026-10-01/2026-10-02", "2026-10-03/2026-10-04", "2026-10-05/2026-10-06"],
      "2026-10-07/2026-10-07",
    ]);
  });

  it("fail when even one day does", async () => {
    const { db, written } = writtenBy(0);
    await expect(writeRange(db, runs, asked)).rejects.toThrow("too long");
    expect(written).toEqual([]);
  });

  it("are not tried in parts when something else is wrong", async () => {
    const { db, written } = writtenBy(2, "P1001");
    await expect(writeRange(db, runs, asked)).rejects.toThrow("too long");
    expect(written).toEqual([]);
  });
});
