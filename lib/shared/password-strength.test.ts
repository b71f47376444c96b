import { describe, expect, test } from "vitest";
import { judgePassword, normalisePassword } from "./password-strength";

const problemOf = (password: string, personal: string[] = []) => judgePassword(password, personal).problem;

describe("judgePassword", () => {
  test.each([
    "correct horse battery staple",
    "violet-harbour-tundra-9",
    "kX9#mq2Lv1",
    "ein völlig neuer Satz",
    "пять синих лодок плывут",
    "مركب أزرق يبحر بعيدا",
    "🦊🌵🚲🍕🎻🧭🪁🛶🎲🧵🔭🪴",
    "x".repeat(3) + "Q7!vLm".repeat(3) + "zR4%",
  ])("accepts %j", (password) => {
    expect(problemOf(password)).toBeNull();
  });

  test.each([
    ["", "too_short"],
    ["x7#kQ2z", "too_short"],
    ["password", "common"],
    ["password1234", "common"],
    ["P@ssw0rd2025!", "common"],
    ["Password-2026!", "common"],
    ["iloveyou-2026!", "common"],
    ["Manchester99!", "common"],
    ["aaaaaaaaaaaa", "common"],
    ["123456789012", "common"],
    ["qwertyuiop12", "common"],
    ["QuickScale2026", "common"],
    ["kX9#mq2L", "weak"],
    ["x".repeat(257), "too_long"],
    ["ﷺ".repeat(20), "too_long"],
    ["violet\0harbour tundra", "unreadable"],
    ["violet\u001bharbour tundra", "unreadable"],
    ["violet harbour \ud800", "unreadable"],
  ])("refuses %j as %s", (password, problem) => {
    expect(problemOf(password)).toBe(problem);
  });

  test.each([
    ["ada.lovelace@example.com", "ada.lovelace-tundra-9"],
    ["ada.lovelace@example.com", "my-LOVELACE-harbour-9"],
    ["ada@initech-labs.example", "violet-initech-harbour"],
    ["Grace Hopper", "violet-hopper-harbour"],
  ])("refuses what is built from %j: %j", (personal, password) => {
    expect(problemOf(password, [personal])).toBe("personal");
    expect(problemOf(password)).toBeNull();
  });

  test('a short part of an address, such as "ada", may occur in a password', () => {
    expect(problemOf("cicada-harbour-tundra", ["ada@example.com"])).toBeNull();
  });

  test("judges every form of the same characters alike", () => {
    expect(judgePassword("Ａｎｇström lantern café", [])).toEqual(
      judgePassword("Angstro\u0308m lantern cafe\u0301", []),
    );
    expect(normalisePassword("ﬁve")).toBe("five");
  });

  test("shows no more than a weak score for a refused password", () => {
    expect(judgePassword("grace-hopper-violet-harbour", ["grace@hopper.example"]).score).toBeLessThanOrEqual(
      1,
    );
  });

  test("judges 256 hostile characters in well under a second", () => {
    const hostile = [
      "4@8({[</369&#!1/|0$5+7%2".repeat(10),
      "1l|!1l|!".repeat(32),
      "aA1!bB2@".repeat(32),
      "ab1!".repeat(64),
    ];
    judgePassword("warm up", []);
    const start = process.cpuUsage();
    for (const password of hostile) judgePassword(password, []);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(1500);
  });
});
