import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** What would run text as code, put it into a page as it is, start a program, or listen to other windows. */
const dangerous = [
  /dangerouslySetInnerHTML/,
  /\.(innerHTML|outerHTML)\b/,
  /\bdocument\.write\(/,
  /\beval\(/,
  /\bnew Function\(/,
  /["'](node:)?(child_process|vm)["']/,
  /addEventListener\(["']message["']/,
  /\brejectUnauthorized\b/,
  /\bMath\.random\(/,
];

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|generated/.test(name))
    .map((name) => join(folder, name));
}

test("nothing that is delivered uses functions that turn text into something else", () => {
  const files = ["app", "components", "emails", "lib"]
    .flatMap(sourcesIn)
    .concat("proxy.ts", "next.config.ts");
  const found = files.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    return dangerous.filter((pattern) => pattern.test(text)).map((pattern) => `${file}: ${pattern.source}`);
  });
  expect(files.length).toBeGreaterThan(500);
  expect(found).toEqual([]);
});
