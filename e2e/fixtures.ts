import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { createMember, type Member, signInAs } from "./session";
import { readStack } from "./stack";

interface Fixtures {
  /** A new, verified member, signed in in the page's own browser. */
  member: Member;
  /** Makes a new member and signs them in in the browser of the page. */
  join: (page: Page) => Promise<Member>;
  /** Fails when axe finds anything on the page, which stays: in light, and what a theme can break in dark. */
  expectAccessible: (page: Page) => Promise<void>;
}

async function join(page: Page): Promise<Member> {
  const member = await createMember();
  await signInAs(page, member);
  return member;
}

/** Rules whose answer depends on colours. */
const themed = ["color-contrast", "link-in-text-block"];

/**
 * Frames of other origins are looked into by the slower of axe's two ways only. What passes is not described element by
 * element, which took as long as looking at them.
 */
const axeFor = (page: Page) =>
  new AxeBuilder({ page }).setLegacyMode(page.frames().length === 1).options({ resultTypes: ["violations"] });

async function violationsOf(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

export const test = base.extend<Fixtures>({
  baseURL: async ({}, provide) => provide(readStack().appUrl),
  join: async ({}, provide) => provide(join),
  member: async ({ page }, provide) => provide(await join(page)),
  expectAccessible: async ({}, provide) =>
    provide(async (page) => {
      await page.emulateMedia({ colorScheme: "light" });
      await expect(page.locator("html.dark")).toHaveCount(0);
      // A page's title is streamed, too: it may come after its content.
      await expect(page).toHaveTitle(/./);
      const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
      expect(await violationsOf(axeFor(page).withTags(tags)), "in light").toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      await expect(page.locator("html.dark")).toHaveCount(1);
      expect(await violationsOf(axeFor(page).withRules(themed)), "in dark").toEqual([]);
    }),
});

export { expect } from "@playwright/test";
