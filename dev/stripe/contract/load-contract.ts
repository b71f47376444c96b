import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { CONTRACT_REVISION, type Contract } from "./contract";

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));
const SDK_FOLDER = path.join(PROJECT, "node_modules/stripe");
const CACHE_FOLDER = path.join(PROJECT, ".local/stripe-contract");

let loaded: Promise<Contract> | null = null;

/** The contract of the installed SDK: from the cache, or generated when SDK or generator changed. */
export function loadContract(): Promise<Contract> {
  loaded ??= readOrGenerate();
  return loaded;
}

async function readOrGenerate(): Promise<Contract> {
  const { version } = JSON.parse(readFileSync(path.join(SDK_FOLDER, "package.json"), "utf8")) as {
    version: string;
  };
  const file = path.join(CACHE_FOLDER, `${version}.json`);
  const cached = readCache(file);
  if (cached) return cached;
  // Loaded only here: the TypeScript compiler alone would cost half a second of every start.
  const { generateContract } = await import("./generate-contract");
  const contract = generateContract(SDK_FOLDER, version);
  writeCache(file, contract);
  return contract;
}

function readCache(file: string): Contract | null {
  try {
    const contract = JSON.parse(readFileSync(file, "utf8")) as Contract;
    return contract.revision === CONTRACT_REVISION ? contract : null;
  } catch {
    return null;
  }
}

/** Several test workers may generate at once: the rename makes each of them write a whole file. */
function writeCache(file: string, contract: Contract): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(contract));
  renameSync(draft, file);
}
