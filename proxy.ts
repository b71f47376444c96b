import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { listSignInProviders } from "@/lib/auth/list-sign-in-providers";
import { sessionCookieName } from "@/lib/auth/policy";
import { providerOrigins } from "@/lib/auth/provider-origins";
import { env } from "@/lib/env";
import { contentSecurityPolicy, currentPathHeader, nonceHeader, stripeJsSources } from "@/lib/http";

const memberPage =
  /^\/(dashboard|credits|services|billing|usage|files|notifications|settings|admin|confirm)(\/|$)/;
/** The only page that loads Stripe.js: it adds a card in place. */
const cardPage = "/billing";
const checkoutHosts = ["https://checkout.stripe.com", "https://billing.stripe.com"];

/** Pages with buttons that lead to Google and GitHub, also where no script does it. */
const providerPage = /^\/(sign-in|sign-up|confirm|settings\/security)$/;

function formTargets(pathname: string): string[] {
  const settings = env();
  const { STRIPE_API_BASE } = settings;
  const stripe = STRIPE_API_BASE ? [new URL(STRIPE_API_BASE).origin] : checkoutHosts;
  if (!providerPage.test(pathname)) return stripe;
  const origins = providerOrigins(settings);
  return [...stripe, ...new Set(listSignInProviders(settings).map((provider) => origins[provider]))];
}

function policyFor(nonce: string, pathname: string): string {
  const { APP_URL, NODE_ENV, STRIPE_PUBLISHABLE_KEY, STRIPE_JS_URL } = env();
  const usesStripeJs = pathname === cardPage && STRIPE_PUBLISHABLE_KEY !== undefined;
  return contentSecurityPolicy({
    nonce,
    development: NODE_ENV === "development",
    https: APP_URL.startsWith("https:"),
    ...(usesStripeJs ? { stripeJs: stripeJsSources(STRIPE_JS_URL) } : {}),
    formTargets: formTargets(pathname),
  });
}

/**
 * Cosmetics for pages: spares visitors without a session cookie a page that would send them away, and hands the page
 * its nonce and its own path. It protects nothing: pages and actions do.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const path = `${pathname}${search}`;
  const { APP_URL } = env();
  const hasCookie = request.cookies.has(sessionCookieName(APP_URL));
  if (request.method === "GET" && !hasCookie && memberPage.test(pathname)) {
    return NextResponse.redirect(new URL(`/sign-in?next=${encodeURIComponent(path)}`, APP_URL));
  }
  const nonce = randomBytes(16).toString("base64");
  const policy = policyFor(nonce, pathname);
  const headers = new Headers(request.headers);
  headers.set(currentPathHeader, path);
  headers.set(nonceHeader, nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  // Every page: what has no dot in its address and is not called by programs.
  matcher: ["/((?!api/|_next/|.*\\.).*)", "/api/docs"],
};
