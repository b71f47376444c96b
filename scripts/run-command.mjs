import { spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import { delimiter, join } from "node:path";

export const root = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..");

/** The environment in which the project's own tools come first on PATH, its pinned Node among them. */
export function projectEnv(extra = {}) {
  const path = [join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter);
  return {
    ...process.env,
    PATH: path,
    TSX_TSCONFIG_PATH: join(root, "tsconfig.node.json"),
    NEXT_TELEMETRY_DISABLED: "1",
    ...extra,
  };
}

/** npm says what went wrong after its warnings, and explains its own options after that. */
const withoutNoise = (output) =>
  output
    .split("npm error Clean install a project", 1)[0]
    .split("\n")
    .filter((line) => !line.startsWith("npm warn"))
    .slice(-120)
    .join("\n");

/**
 * Runs a command in the project's folder to its end.
 * `quiet` keeps the output for the error; otherwise it goes to the terminal.
 * `background` leaves the processor to all others, and takes what they do not want.
 */
export function run(command, args, { env = {}, quiet = false, background = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: projectEnv(env),
      stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
    });
    if (background && child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    let output = "";
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === 0) resolve(output);
      else
        reject(
          new Error(`${command} ${args.join(" ")} ended with ${signal ?? code}\n${withoutNoise(output)}`),
        );
    });
  });
}
