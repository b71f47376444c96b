import { existsSync, readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";

const verdicts = ["met", "partly", "not met", "not applicable"] as const;
/** Rows of level 1 and 2 in each chapter of OWASP ASVS 5.0.0. */
const sizes = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

const read = (path: string) => readFileSync(path, "utf8");
const cellsOf = (line: string) =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
const codeIn = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code ?? "");
const withoutBlocks = (text: string) => text.replace(/^```[^]*?^```$/gm, "");

const files = readdirSync("docs/security").filter((name) => name.startsWith("asvs-"));
const rows = files.flatMap((name) =>
  read(`docs/security/${name}`)
    .split("\n")
    .filter((line) => line.startsWith("| V"))
    .map((line) => {
      const [id = "", level, asked, verdict, code = "", tests = "", reason] = cellsOf(line);
      return { id, level, asked, verdict, code: codeIn(code), tests: codeIn(tests), reason };
    }),
);

test("each of the 253 requirements of level 1 and 2 has one row", () => {
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(sizes.map((_, index) => rows.filter(({ id }) => id.startsWith(`V${index + 1}.`)).length)).toEqual(
    sizes,
  );
  expect(rows).toHaveLength(253);
  expect(rows.filter(({ level }) => level === "1")).toHaveLength(70);
});

test("what is met names what shows it, and everything else why it is not", () => {
  const bare = rows.filter(({ verdict, code, tests, reason }) =>
    verdict === "met" ? code.length + tests.length === 0 : !reason || reason === "–",
  );
  expect(bare).toEqual([]);
  expect(rows.filter(({ verdict }) => !verdicts.some((known) => known === verdict))).toEqual([]);
});

test("the summary counts what the tables say", () => {
  const lines = read("docs/security.md").split("\n");
  const told = lines.filter((line) => line.startsWith("| [V")).map((line) => cellsOf(line).slice(1, 5));
  const counted = sizes.map((_, index) =>
    verdicts.map((known) => {
      const chapter = rows.filter(({ id }) => id.startsWith(`V${index + 1}.`));
      return String(chapter.filter(({ verdict }) => verdict === known).length);
    }),
  );
  expect(told).toEqual(counted);
  const all = verdicts.map((known) => String(rows.filter(({ verdict }) => verdict === known).length));
  expect(cellsOf(lines.find((line) => line.startsWith("| **all**")) ?? "").slice(1, 5)).toEqual(all);
});

test("every gap stands among the gaps, and nothing else does", () => {
  const [, gaps = ""] = read("docs/security.md").split("\n## Gaps\n");
  const open = rows.filter(({ verdict }) => verdict === "partly" || verdict === "not met");
  expect([...gaps.matchAll(/V\d+\.\d+\.\d+/g)].map(([id]) => id).sort()).toEqual(
    open.map(({ id }) => id).sort(),
  );
});

test("every path that the documents name is there", () => {
  const inTables = rows.flatMap(({ code, tests }) => [...code, ...tests]);
  const inText = ["docs/security.md", "docs/security/controls.md"]
    .flatMap((path) => codeIn(withoutBlocks(read(path))))
    .filter((code) => /^(app|cli|components|dev|docs|e2e|emails|lib|prisma|tests)\/\S+\.\w+$/.test(code));
  expect(inText.length).toBeGreaterThan(60);
  expect([...inTables, ...inText].filter((path) => !existsSync(path))).toEqual([]);
});
