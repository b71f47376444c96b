import { createSecretBox } from "@/lib/adapters/secret-box";
import { hashPassword } from "@/lib/users";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { recordingLog } from "@/tests/fakes/recording-log";
import { startRequest, sentCookies } from "@/tests/fakes/next-request";
import { createTestDatabase } from "@/tests/setup/test-database";

export const password = "violet harbour tundra 9";
export const cookieName = "quickscale-session";
export const appUrl = "http://localhost:3000";
const authSecret = "a secret of at least thirty-two characters";

/** The process's context and environment, with a real database of this file's own. Call it once per file. */
export async function openAuth() {
  Object.assign(process.env, {
    APP_URL: appUrl,
    AUTH_SECRET: authSecret,
    DATABASE_URL: "postgresql://unused.invalid/unused",
    STRIPE_SECRET_KEY: "sk_test_unused",
    STRIPE_WEBHOOK_SECRET: "whsec_unused",
    STRIPE_API_BASE: "http://127.0.0.1:1",
    RESEND_API_KEY: "re_unused",
    MAIL_FROM: "QuickScale <hello@quickscale.local>",
    CLIENT_IP_HEADER: "x-real-ip",
  });
  const db = await createTestDatabase();
  const clock = fixedClock(new Date());
  const log = recordingLog();
  // The time that money follows was moved ahead by a year: no sign-in minds.
  const ahead = { now: () => new Date(clock.now().getTime() + 365 * 86_400_000) };
  const secretBox = createSecretBox([authSecret]);
  const actor = { kind: "anonymous" as const };
  const ctx = { db, clock: ahead, systemClock: clock, log, appUrl, actor, secretBox };
  Object.assign(globalThis, { quickscaleContext: ctx });
  const passwordHash = await hashPassword(password);

  async function createMember(
    email: string,
    overrides: { role?: "member" | "admin"; emailVerified?: Date | null } = {},
  ) {
    return db.prisma.user.create({ data: { email, passwordHash, emailVerified: clock.now(), ...overrides } });
  }

  /** Signs in as a browser does, and returns its session cookie. */
  async function signIn(email: string, cookie?: string): Promise<string> {
    const { signInWithPassword } = await import("@/lib/auth");
    startRequest(
      { "x-real-ip": "203.0.113.9", "user-agent": "Test browser" },
      cookie ? { [cookieName]: cookie } : {},
    );
    await signInWithPassword({ email, password });
    const value = sentCookies()[cookieName];
    if (!value) throw new Error("Signing in set no cookie.");
    return value;
  }

  return { db, clock, log, ctx, createMember, signIn };
}
