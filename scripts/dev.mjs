import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureInstalled } from "./install.mjs";
import { projectEnv, root } from "./run-command.mjs";
import { fail } from "./steps.mjs";

// `npm run dev` and `npm run preview`: install what is missing, then hand over to the stack on the pinned Node.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`QuickScale starts on Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org.`);
}

process.stdout.write("\nQuickScale\n");
try {
  await ensureInstalled();
} catch (error) {
  fail(error);
}

const node = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
const stack = spawn(
  node,
  ["--disable-warning=ExperimentalWarning", "--import", "tsx", "dev/main.ts", ...process.argv.slice(2)],
  {
    cwd: root,
    env: projectEnv(),
    stdio: "inherit",
  },
);
// The terminal sends Ctrl-C to the stack as well: wait for it to stop everything, and end with its code.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    if (signal !== "SIGINT" || !process.stdin.isTTY) stack.kill(signal);
  });
}
stack.once("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
