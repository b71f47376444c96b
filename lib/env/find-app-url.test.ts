import { afterEach, expect, test, vi } from "vitest";
import { findAppUrl } from "./find-app-url";

afterEach(() => vi.unstubAllEnvs());

test("the public address is none where it is not set or no web address", () => {
  vi.stubEnv("APP_URL", "https://quickscale.example/");
  expect(findAppUrl()?.href).toBe("https://quickscale.example/");
  for (const bad of [undefined, "", "quickscale.example", "ftp://quickscale.example"]) {
    vi.stubEnv("APP_URL", bad);
    expect(findAppUrl()).toBeNull();
  }
});
