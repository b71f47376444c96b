import { spawn } from "node:child_process";
import { join } from "node:path";

// `npm run test:api-fuzz [requests]`: the test of `npm test`, with more requests.
const requests = process.argv[2] ?? "5000";
const vitest = join("node_modules", "vitest", "vitest.mjs");
const child = spawn(process.execPath, [vitest, "run", "tests/integration/api/fuzz.test.ts"], {
  stdio: "inherit",
  env: { ...process.env, API_FUZZ_REQUESTS: requests },
});
child.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
