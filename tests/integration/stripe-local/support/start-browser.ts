import { chromium, type Page } from "@playwright/test";
import { onTestFinished } from "vitest";
import { ensureBrowser } from "@/scripts/browser.mjs";

/** A page of a real Chromium, closed when the test is over. */
export async function startBrowser(): Promise<Page> {
  const executablePath = await ensureBrowser();
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  onTestFinished(() => browser.close());
  return (await browser.newContext()).newPage();
}
