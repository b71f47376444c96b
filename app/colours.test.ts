import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./globals.css", import.meta.url), "utf8");

const declaration = /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g;

function readTheme(side: 2 | 3): Map<string, string> {
  return new Map([...css.matchAll(declaration)].map((match) => [match[1]!, match[side]!]));
}

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

const grounds = ["canvas", "surface", "sunken", "raised", "hover"];
const states = ["positive", "warning", "danger"];
const kinds = ["credit-subscription", "credit-payg"];
const drawn = ["new", "expansion", "reactivation", "contraction", "churn", "quiet"].map(
  (name) => `chart-${name}`,
);

const textPairs: [text: string, ground: string][] = [
  ...grounds.flatMap((ground): [string, string][] => [
    ["ink", ground],
    ["ink-muted", ground],
    ["accent-ink", ground],
    ...states.map((state): [string, string] => [state, ground]),
    ...kinds.map((kind): [string, string] => [`${kind}-ink`, ground]),
  ]),
  ...states.flatMap((state): [string, string][] => [
    [state, `${state}-soft`],
    ["ink-muted", `${state}-soft`],
  ]),
  ...kinds.map((kind): [string, string] => [`${kind}-ink`, `${kind}-soft`]),
  ["on-accent", "accent"],
  ["on-accent", "accent-hover"],
  ["on-accent", "danger-solid"],
  ["on-accent", "danger-solid-hover"],
  ["accent-ink", "accent-soft"],
  ["ink-muted", "accent-soft"],
];

const edgePairs: [edge: string, ground: string][] = ["canvas", "surface", "sunken", "raised"].flatMap(
  (ground): [string, string][] => [
    ["line-strong", ground],
    ["accent", ground],
    ...[...kinds, ...drawn].map((colour): [string, string] => [colour, ground]),
  ],
);

describe.each([
  ["light", readTheme(2)],
  ["dark", readTheme(3)],
])("the %s theme", (_name, theme) => {
  it.each(textPairs)("keeps %s readable on %s", (text, ground) => {
    expect(contrast(theme.get(text)!, theme.get(ground)!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(edgePairs)("keeps %s visible on %s", (edge, ground) => {
    expect(contrast(theme.get(edge)!, theme.get(ground)!)).toBeGreaterThanOrEqual(3);
  });
});

it("decides every colour of the palette for both themes", () => {
  const used = [...css.matchAll(/--color-[\w-]+: var\(--([\w-]+)\);/g)].map((match) => match[1]!);
  expect(used.length).toBeGreaterThan(25);
  expect([...readTheme(2).keys()].sort()).toEqual(used.sort());
});
