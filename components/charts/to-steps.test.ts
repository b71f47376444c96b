import { expect, it } from "vitest";

import { toSteps } from "./to-steps";

const at = (second: number) => new Date(second * 1000).toISOString();

it("keeps one height per instant, the last, in order of time", () => {
  const points = [
    { at: at(2), value: 5 },
    { at: at(1), value: 1 },
    { at: at(2), value: 7 },
  ];
  expect(toSteps(points)).toEqual([
    { time: 1000, value: 1 },
    { time: 2000, value: 7 },
  ]);
});
