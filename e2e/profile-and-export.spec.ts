import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import sharp from "sharp";
import { expect, test } from "./fixtures";
import { linkIn, waitForMail } from "./inbox";

const picture = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: "#0a7f5a" } })
    .jpeg()
    .toBuffer();

test("a picture is cut by keyboard, shown in the menu, and removed @phone-only", async ({
  page,
  member,
  expectAccessible,
}) => {
  await page.goto("/settings/profile");
  const input = page.getByLabel("Choose a picture");
  const large = { name: "large.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(10_000_000, 1) };
  await input.setInputFiles(large);
  await expect(page.getByText("This file is too large. The limit is 5 MB.")).toBeVisible();

  await input.setInputFiles({ name: "me.jpg", mimeType: "image/jpeg", buffer: await picture() });
  const dialog = page.getByRole("dialog", { name: "Choose what is shown" });
  await dialog.getByLabel("Zoom").press("ArrowRight");
  await dialog.getByRole("group", { name: "Part of the picture that is shown" }).press("ArrowLeft");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save picture" }).click();
  await expect(page.getByText("Your picture is saved.")).toBeVisible();
  await expect(dialog).toBeHidden();
  const shown = page.getByRole("button", { name: "Your account" }).locator("[style]");
  const address = /\/api\/avatars\/[0-9a-f]{32}-96\.webp/.exec(
    (await shown.getAttribute("style")) ?? "",
  )?.[0];
  const answer = await page.request.get(address ?? "/none");
  expect(answer.headers()).toMatchObject({
    "content-type": "image/webp",
    "x-content-type-options": "nosniff",
    "cache-control": "private, max-age=31536000, immutable",
  });
  const { data } = await sharp(await answer.body())
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(data[1], "the green of the picture").toBeGreaterThan(110);

  await page.getByRole("button", { name: "Remove picture" }).click();
  await expect(page.getByText("Your picture is removed.")).toBeVisible();
  await expect(shown).toHaveCount(0);
  expect((await page.request.get(address ?? "/none")).status(), member.email).toBe(404);
});

test("all that is known of a person is theirs to download, once a mail tells them", async ({
  page,
  member,
  browser,
  join,
}) => {
  await page.goto("/settings/account");
  await page.getByRole("button", { name: "Export my data" }).click();
  await page.goto(linkIn(await waitForMail(member.email, /data is ready/), "/settings/account"));
  const link = page.getByRole("link", { name: "Download my data" });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toMatch(/^quickscale-data-.*\.zip$/);
  const files = unzipSync(await readFile(await download.path()));
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(["README.txt", "profile.json", "credit-entries.csv"]),
  );
  expect(strFromU8(files["profile.json"] ?? new Uint8Array())).toContain(member.email);

  const elsewhere = await browser.newContext();
  const stranger = await elsewhere.newPage();
  await join(stranger);
  const path = await link.getAttribute("href");
  expect((await stranger.request.get(new URL(path ?? "", page.url()).href)).status()).toBe(404);
  await elsewhere.close();
  await page.goto("/settings/security");
  await expect(page.getByRole("row", { name: /Data exported/ })).toBeVisible();
});
