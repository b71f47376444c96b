import { cookies } from "next/headers";
import type { AppContext } from "@/lib/context";
import {
  findLinkedUserId,
  FlowExpired,
  linkAccount,
  signInByProvider,
  type ProviderIdentity,
} from "@/lib/linked-accounts";
import { DomainError } from "@/lib/shared/errors";
import { hasSecondFactor, SecondStepRequired } from "@/lib/two-factor";
import { beginSecondStep } from "./begin-second-step";
import { StepUpRequired } from "./errors";
import { cookieOptions, isRecentSignIn, sessionCookieName } from "./policy";
import { takeIntent, type ProviderIntent } from "./provider-intent";
import { findLiveSession, type LiveSession } from "./repository";
import { rotateSession } from "./rotate-session";
import { newSessionToken } from "./new-session-token";
import { startSession, type SigningBrowser } from "./start-session";
import { toProviderIdentity } from "./to-provider-identity";
import type { RequestOrigin } from "./types";

type FlowContext = Pick<AppContext, "db" | "systemClock" | "appUrl">;

interface Flow {
  identity: ProviderIdentity;
  intent: ProviderIntent;
  origin: RequestOrigin;
}

interface Answer {
  provider: string | undefined;
  /** As the provider gave it. */
  profile: unknown;
}

/**
 * What becomes of an account at a provider that a person came back with: the browser is signed in, the account is linked,
 * or the session is confirmed, whichever this very flow was begun for. NextAuth is left nothing to do but to redirect.
 * @returns where to go: on, or back with the code of what was refused
 */
export async function finishProviderFlow(
  ctx: FlowContext,
  { provider, profile }: Answer,
  browser: SigningBrowser,
): Promise<string> {
  const intent = await takeIntent(provider);
  try {
    if (!intent) throw new FlowExpired();
    const flow = {
      intent,
      identity: toProviderIdentity(intent.provider, profile),
      origin: await browser.readOrigin(),
    };
    return `${ctx.appUrl}${await finish[intent.purpose](ctx, flow, browser)}`;
  } catch (error) {
    if (error instanceof DomainError) return `${ctx.appUrl}${toWayBack(intent, error.code)}`;
    throw error;
  }
}

const finish = { "sign-in": finishSignIn, link: finishLink, confirm: finishConfirm };

function toWayBack(intent: ProviderIntent | null, code: string): string {
  const error = encodeURIComponent(code);
  if (intent?.purpose === "link") return `/settings/security?error=${error}`;
  const page = intent?.purpose === "confirm" ? "/confirm" : "/sign-in";
  return `${page}?error=${error}${intent ? `&next=${encodeURIComponent(intent.next)}` : ""}`;
}

async function finishSignIn(ctx: FlowContext, flow: Flow, browser: SigningBrowser): Promise<string> {
  const { identity, intent, origin } = flow;
  const { userId } = await signInByProvider(ctx, identity, origin);
  if (await beginSecondStep(ctx, { userId, firstFactor: "provider", next: intent.next }))
    return "/sign-in/two-factor";
  const session = await startSession(ctx, browser, { token: newSessionToken(), userId, provenTwice: false });
  await setSessionCookie(ctx.appUrl, session);
  return intent.next;
}

async function finishLink(ctx: FlowContext, flow: Flow): Promise<string> {
  const { identity, origin } = flow;
  const session = await requireSession(ctx, flow);
  if (!isRecentSignIn(session.authenticatedAt, ctx.systemClock.now())) throw new StepUpRequired();
  await linkAccount(ctx, { userId: session.userId, identity, origin });
  await rotateSession(session.sessionId, { proven: false });
  return "/settings/security?notice=account-linked";
}

async function setSessionCookie(appUrl: string, { token, expires }: { token: string; expires: Date }) {
  (await cookies()).set(sessionCookieName(appUrl), token, { ...cookieOptions(appUrl), expires });
}

/** Counts as a sign-in of who is signed in, unless two steps are theirs: a provider is one. */
async function finishConfirm(ctx: FlowContext, flow: Flow): Promise<string> {
  const session = await requireSession(ctx, flow);
  if ((await findLinkedUserId(ctx.db, flow.identity)) !== session.userId)
    throw new DomainError("linked_accounts.not_yours", "forbidden");
  if (await hasSecondFactor(ctx.db, session.userId)) throw new SecondStepRequired();
  await rotateSession(session.sessionId);
  return flow.intent.next;
}

/** The session in which the flow was begun, while it lives, its owner is verified, and looks as nobody else. */
async function requireSession(ctx: FlowContext, { intent, origin }: Flow): Promise<LiveSession> {
  const { sessionToken } = origin;
  const session = sessionToken && (await findLiveSession(ctx.db, sessionToken, ctx.systemClock.now()));
  if (!session || !session.emailVerified || session.viewing || session.sessionId !== intent.sessionId)
    throw new FlowExpired();
  return session;
}
