import { PrismaPg } from "@prisma/adapter-pg";
import { type SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { type Pool } from "pg";

/**
 * Prisma's adapter cuts a migration at every semicolon, also inside the body of a function, and sends the pieces
 * one by one. This one sends the script whole: PostgreSQL parses it, and runs it as one transaction.
 */
export function wholeScriptAdapter(pool: Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    async connect() {
      const adapter = await factory.connect();
      adapter.executeScript = async (script) => {
        await pool.query(script);
      };
      return adapter;
    },
  };
}
