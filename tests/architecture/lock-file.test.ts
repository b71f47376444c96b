import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});

/** The folders in which Node looks for what a package asks for, from its own upwards. */
function lookUp(from: string, name: string): string[] {
  const parents = from.split("/node_modules/").map((_, index, parts) => {
    return parts.slice(0, parts.length - index).join("/node_modules/");
  });
  return [...parents.filter(Boolean).map((parent) => `${parent}/`), ""].map(
    (parent) => `${parent}node_modules/${name}`,
  );
}

// npm leaves out what it cannot fetch or has not installed; `npm ci` then fails on a clean checkout.
test("the lock file has every platform's packages", () => {
  const { packages } = lockFile.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
  const missing = Object.entries(packages).flatMap(([key, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !lookUp(key, name).some((candidate) => candidate in packages),
    ),
  );
  expect(missing).toEqual([]);
});
