import type { Row } from "./rows";

/** They show what came of one's own checkout: without one there is nothing to show. */
const afterCheckout: Row = {
  audience: "members",
  but: { owner: "nothing there", "other member": "nothing there", admin: "nothing there" },
};

/** Every page and route handler of the build, with who is let in. One that is missing here fails the test. */
export const routes: Record<string, Row> = {
  "page /": { audience: "everyone" },
  "page /about": { audience: "everyone" },
  "page /pricing": { audience: "everyone" },
  "page /privacy": { audience: "everyone" },
  "page /terms": { audience: "everyone" },
  "page /maintenance": { audience: "everyone" },
  "page /offline": { audience: "everyone" },
  "page /too-many-requests": { audience: "everyone" },
  "route /apple-icon.png": { audience: "everyone" },
  "route /favicon.ico": { audience: "everyone" },
  "route /icon.svg": { audience: "everyone" },
  "route /manifest.webmanifest": { audience: "everyone" },
  "route /opengraph-image": { audience: "everyone" },
  "route /robots.txt": { audience: "everyone" },
  "route /sitemap.xml": { audience: "everyone" },
  "route /api/health": { audience: "everyone" },

  "page /forgot-password": { audience: "everyone" },
  "page /reset-password": { audience: "everyone", path: "/reset-password?token=none" },
  "page /sign-in": { audience: "guests" },
  "page /sign-up": { audience: "guests" },
  // Who has a session and is not verified yet stays here.
  "page /verify-email": { audience: "guests", but: { unverified: "let in" } },
  "route /api/auth/[...nextauth]": { audience: "everyone", path: "/api/auth/session" },

  "page /dashboard": { audience: "members" },
  "page /credits": { audience: "members" },
  "page /credits/buy": { audience: "members" },
  "page /credits/buy/success": afterCheckout,
  "page /credits/history": { audience: "members" },
  "route /credits/history/export": { audience: "members" },
  "page /services": { audience: "members" },
  "page /services/[slug]": { audience: "members", path: "/services/text-statistics" },
  "page /billing": { audience: "members" },
  "page /billing/plans": { audience: "members" },
  "page /billing/plans/success": afterCheckout,
  "page /billing/history": { audience: "members" },

  "page /billing/history/[id]": { audience: "owner", path: "/billing/history/[payment]" },
  "route /billing/documents/[id]": { audience: "owner", path: "/billing/documents/[document]" },
  "route /services/[slug]/runs/[runId]/file": {
    audience: "owner",
    path: "/services/image-optimiser/runs/[run]/file",
  },

  "route /services/[slug]/quote": {
    ...{ audience: "forms", method: "POST", path: "/services/word-counter/quote" },
    body: { text: "one two" },
  },
  "route /services/[slug]/run": {
    ...{ audience: "forms", method: "POST", path: "/services/word-counter/run" },
    body: { text: "one two", runKey: "0190d3a5-7e1c-7c3e-8d4f-2a6b9c1e0f57" },
  },

  "route /api/stripe": { audience: "machines", method: "POST" },
  "route /api/cron/[job]": { audience: "machines", path: "/api/cron/drain" },
};
