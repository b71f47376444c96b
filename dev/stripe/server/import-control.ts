import { type EngineParts } from "../engine/engine";
import { importHistory } from "../engine/import/import-history";
import { importBody } from "../engine/import/import-records";

/** Takes in what happened elsewhere, all of it or nothing. */
export function controlImport(parts: EngineParts, body: unknown): unknown {
  const history = importBody.parse(body);
  return { imported: parts.store.transaction(() => importHistory(parts, history)) };
}
