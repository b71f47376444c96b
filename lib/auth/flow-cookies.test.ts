import { expect, test } from "vitest";
import { flowCookies } from "./flow-cookies";

test.each([
  ["https://app.example", /^__Host-quickscale-\w+$/],
  ["http://localhost:3000", /^quickscale-\w+$/],
])("on %s the cookies of a flow are named %s, each by its own name", (url, shape) => {
  const names = Object.values(flowCookies(url)).map(({ name }) => name);
  expect(names.filter((name) => !shape.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(4);
});
