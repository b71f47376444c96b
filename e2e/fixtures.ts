import { randomUUID } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { linkIn, waitForMail } from "./inbox";
import { SignInPage } from "./pages/sign-in-page";
import { SignUpPage } from "./pages/sign-up-page";
import { readStack } from "./stack";

export interface Member {
  email: string;
  password: string;
}

interface Fixtures {
  /** A new member, verified by mail and signed in, in the page's own browser. */
  member: Member;
  /** Signs up, verifies and signs in through the pages, as a person does. */
  join: (page: Page) => Promise<Member>;
  /** Fails when axe finds anything on the page, which stays: in light, and what a theme can break in dark. */
  expectAccessible: (page: Page) => Promise<void>;
}

async function join(page: Page): Promise<Member> {
  const member = { email: `${randomUUID()}@example.com`, password: "correct horse battery staple" };
  const signUp = new SignUpPage(page);
  await signUp.open();
  await signUp.submit(member);
  await page.goto(linkIn(await waitForMail(member.email, /confirm your email/i), "/verify-email"));
  await page.getByRole("button", { name: "Verify email" }).click();
  await expect(page.getByRole("button", { name: "Verify email" })).toBeHidden();
  const signIn = new SignInPage(page);
  await signIn.open();
  await signIn.submit(member);
  await page.waitForURL("**/dashboard");
  return member;
}

/** Rules whose answer depends on colours. */
const themed = ["color-contrast", "link-in-text-block"];

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
      const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
      expect(await violationsOf(new AxeBuilder({ page }).withTags(tags)), "in light").toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      await expect(page.locator("html.dark")).toHaveCount(1);
      expect(await violationsOf(new AxeBuilder({ page }).withRules(themed)), "in dark").toEqual([]);
    }),
});

export { expect } from "@playwright/test";
