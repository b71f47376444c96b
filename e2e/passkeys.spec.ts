import type { CDPSession, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { waitForMail } from "./inbox";
import { createMember, query, signInAs, type Member } from "./session";

interface Device {
  cdp: CDPSession;
  authenticatorId: string;
}

/** A device with a screen lock that its owner opens at once, whatever it is asked. */
async function plugIn(page: Page): Promise<Device> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const options = {
    protocol: "ctap2",
    transport: "internal",
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", { options });
  return { cdp, authenticatorId };
}

/** Ten minutes after the last proof of who is there. */
const forgetProof = ({ email }: Member) =>
  query(
    `UPDATE sessions SET authenticated_at = now() - interval '11 minutes'
     WHERE user_id = (SELECT id FROM users WHERE email = $1)`,
    [email],
  );

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.goto("/settings/security");
  const passkeys = page.getByRole("region", { name: "Passkeys" });
  await passkeys.getByLabel("Name").fill(name);
  await passkeys.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("Your passkey is added.")).toBeVisible();
  await expect(passkeys.getByText(name)).toBeVisible();
}

/** As a page that somebody tampered with: any passkey of the device will do. */
const askForAnyPasskey = (page: Page) =>
  page.addInitScript(() => {
    const get = navigator.credentials.get.bind(navigator.credentials);
    navigator.credentials.get = (options) => {
      if (options?.publicKey) options.publicKey.allowCredentials = [];
      return get(options);
    };
  });

/** A device that needs no touch may answer what the e-mail field asks before the button is pressed: the same way in. */
async function pressPasskeyButton(page: Page): Promise<void> {
  const button = page.getByRole("button", { name: "Sign in with a passkey" });
  await button.click({ timeout: 5_000 }).catch(() => undefined);
}

test("a passkey is added, signs in, confirms, is kept from the account of another, and removed", async ({
  page,
  member,
  expectAccessible,
}) => {
  const { cdp, authenticatorId } = await plugIn(page);
  await addPasskey(page, "Work laptop");
  await waitForMail(member.email, /passkey was added/);
  await page.getByRole("link", { name: "Rename Work laptop" }).click();
  await page.getByLabel("New name").fill("Old laptop");
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByText("Your passkey has another name.")).toBeVisible();
  await expectAccessible(page);

  await page.context().clearCookies();
  await page.goto("/sign-in?next=/settings/security");
  await expect(page.getByLabel("Email")).toHaveAttribute("autocomplete", "username webauthn");
  await pressPasskeyButton(page);
  await page.waitForURL("**/settings/security");
  await expect(page.getByRole("row", { name: /A passkey was used/ })).toBeVisible();

  await forgetProof(member);
  await page.goto("/settings/security");
  await page.getByRole("link", { name: "Remove Old laptop" }).click();
  await page.getByRole("dialog").getByRole("link", { name: "Confirm it’s you" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Confirm with a passkey" }).click();
  await page.waitForURL(/remove-passkey=/);
  await page.getByRole("button", { name: "Remove Old laptop for good" }).click();
  await expect(page.getByText("This is the only way into your account.")).toBeVisible();

  const other = await createMember();
  await signInAs(page, other);
  await addPasskey(page, "Phone of another");
  const { credentials } = await cdp.send("WebAuthn.getCredentials", { authenticatorId });
  const strange = credentials.find(({ userName }) => userName === other.email);
  await cdp.send("WebAuthn.removeCredential", {
    authenticatorId,
    credentialId: strange?.credentialId ?? "",
  });
  await forgetProof(other);
  await askForAnyPasskey(page);
  await page.goto("/confirm?next=/settings/security");
  await page.getByRole("button", { name: "Confirm with a passkey" }).click();
  await expect(page.getByText("This passkey belongs to another account.")).toBeVisible();
  await expect(page).toHaveURL(/\/confirm/);

  await query("UPDATE users SET password_hash = 'x' WHERE email = $1", [member.email]);
  await signInAs(page, member);
  await page.goto("/settings/security");
  await page.getByRole("link", { name: "Remove Old laptop" }).click();
  await page.getByRole("button", { name: "Remove Old laptop for good" }).click();
  await expect(page.getByText("The passkey is removed.")).toBeVisible();
  await waitForMail(member.email, /passkey was removed/);
  await page.context().clearCookies();
  await page.goto("/sign-in");
  // A device that needs no touch may answer what the e-mail field asks before the button is pressed: it is the same way in.
  const pressed = page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await Promise.race([pressed, page.waitForURL("**/settings/security")]);
  pressed.catch(() => undefined);
  await expect(page.getByText("No account has this passkey any more.")).toBeVisible();
});
