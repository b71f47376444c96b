import { finishRegistration, startPasskeySignIn, startRegistration } from "@/lib/passkeys";
import { softwareAuthenticator, type Tweaks } from "@/tests/fakes/software-authenticator";
import { appUrl, openAuth } from "../auth/setup";

export const browserToken = "b".repeat(43);
export const origin = { ip: null, userAgent: "Test browser" };

/** People with devices, on a database of this file's own. Call it once per file. */
export async function openPasskeys() {
  const auth = await openAuth();
  const { ctx, db, createMember } = auth;
  const newDevice = () => softwareAuthenticator({ origin: appUrl, rpId: "localhost" });

  async function startAdding(user: { id: string; email: string }) {
    return startRegistration(ctx, { userId: user.id, email: user.email, name: null, browserToken });
  }

  async function add(
    user: { id: string; email: string },
    device: ReturnType<typeof newDevice>,
    tweaks: Tweaks = {},
  ) {
    const response = device.create(await startAdding(user), tweaks);
    await finishRegistration(ctx, { response, browserToken, origin }, { userId: user.id, name: "My phone" });
  }

  /** A member without a password whose device has a passkey. */
  async function createOwner(email: string, tweaks: Tweaks = {}) {
    const user = await createMember(email);
    await db.prisma.user.update({ where: { id: user.id }, data: { passwordHash: null } });
    const device = newDevice();
    await add(user, device, tweaks);
    return { ...user, device };
  }

  const askSignIn = () => startPasskeySignIn(ctx, { browserToken });
  const passkeysOf = (userId: string) =>
    db.prisma.passkey.findMany({ where: { userId }, orderBy: { id: "asc" } });
  const eventsOf = async (userId: string) =>
    (await db.prisma.securityEvent.findMany({ where: { userId }, orderBy: { id: "asc" } })).map(
      ({ kind }) => kind,
    );

  return { ...auth, newDevice, startAdding, add, createOwner, askSignIn, passkeysOf, eventsOf };
}
