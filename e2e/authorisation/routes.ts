import { actorNames } from "./actors";
import type { Row } from "./rows";

/** They show what came of one's own checkout, or a file: without one there is nothing to show. */
const nothingYet: Row = {
  audience: "members",
  but: { owner: "nothing there", "other member": "nothing there", admin: "nothing there" },
};

const onward: Row = {
  audience: "members",
  but: { owner: "own page", "other member": "own page", admin: "own page" },
};

/** Every page and route handler of the build, with who is let in. One that is missing here fails the test. */
export const routes: Record<string, Row> = {
  "page /": { audience: "everyone" },
  "page /about": { audience: "everyone" },
  "page /contact": { audience: "everyone" },
  "page /contact/thanks": { audience: "everyone" },
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

  "page /sign-in/email": { audience: "guests" },
  // What mails lead to: the secret in the link decides, not who is signed in.
  "page /sign-in/link": { audience: "everyone" },
  "page /sign-in/two-factor": { audience: "guests" },
  "page /confirm-email": { audience: "everyone" },
  "page /keep-email": { audience: "everyone" },
  // Mail programs send neither a session nor an origin: the signature in the link decides, and here is none.
  "page /unsubscribe": { audience: "everyone" },
  "route /unsubscribe/one-click": { audience: "machines", method: "POST" },

  // Who proved a moment ago who they are is led on.
  "page /confirm": onward,
  "page /settings": onward,
  "page /settings/profile": { audience: "members" },
  "page /settings/security": { audience: "members" },
  "page /settings/security/two-factor": { audience: "members" },
  "page /settings/account": { audience: "members" },
  "page /settings/api-keys": { audience: "members" },
  "page /settings/notifications": { audience: "members" },
  "page /notifications": { audience: "members" },
  "route /notifications/unread": { audience: "members" },
  "page /dashboard": { audience: "members" },
  "page /credits": { audience: "members" },
  "page /credits/auto-top-up": { audience: "members" },
  "page /credits/buy": { audience: "members" },
  "page /credits/buy/success": nothingYet,
  "page /credits/history": { audience: "members" },
  "route /credits/history/export": { audience: "members" },
  "page /services": { audience: "members" },
  "page /usage": { audience: "members" },
  "route /usage/export": { audience: "members", path: "/usage/export?from=2026-01-01&to=2026-01-31" },
  "page /services/[slug]": { audience: "members", path: "/services/text-statistics" },
  "page /billing": { audience: "members" },
  "page /billing/plans": { audience: "members" },
  "page /billing/plans/success": nothingYet,
  "page /billing/history": { audience: "members" },

  "page /admin": { audience: "admins" },
  "page /admin/analytics": { audience: "admins" },
  "route /admin/analytics/pulse": { audience: "admins" },
  "route /admin/analytics/export/[chart]": { audience: "admins", path: "/admin/analytics/export/revenue" },
  "page /admin/usage": { audience: "admins" },
  "route /admin/usage/download/[table]": { audience: "admins", path: "/admin/usage/download/people" },
  "page /admin/audit": { audience: "admins" },
  "page /admin/usage/reports": { audience: "admins" },
  "route /admin/usage/export": {
    ...{ audience: "admins", path: "/admin/usage/export?what=people&from=2026-01-01&to=2026-01-31" },
  },
  "route /admin/audit/export": { audience: "admins" },
  "page /admin/reconciliation/investigate": { audience: "admins" },
  "page /admin/reconciliation": { audience: "admins" },
  "page /admin/reconciliation/[id]": {
    ...{ audience: "admins", path: "/admin/reconciliation/none" },
    but: { admin: "nothing there" },
  },
  "page /admin/reconciliation/repair": { audience: "admins", but: { admin: "nothing there" } },
  "page /admin/payments": { audience: "admins" },
  "page /admin/payments/[id]": { audience: "admins", path: "/admin/payments/[payment]" },
  "page /admin/payments/[id]/refund": { audience: "admins", path: "/admin/payments/[payment]/refund" },
  "page /admin/refunds": { audience: "admins" },
  "page /admin/refunds/[id]": {
    ...{ audience: "admins", path: "/admin/refunds/none" },
    but: { admin: "nothing there" },
  },
  "route /admin/refunds/[id]/credit-note": {
    ...{ audience: "admins", path: "/admin/refunds/none/credit-note" },
    but: { admin: "nothing there" },
  },
  "page /admin/users": { audience: "admins" },
  "page /admin/users/[id]": { audience: "admins", path: "/admin/users/[user]" },
  "page /admin/users/[id]/adjust": { audience: "admins", path: "/admin/users/[user]/adjust" },
  "page /admin/users/[id]/adjust/[adjustment]": {
    ...{ audience: "admins", path: "/admin/users/[user]/adjust/none" },
    but: { admin: "nothing there" },
  },
  "page /admin/users/[id]/manage": { audience: "admins", path: "/admin/users/[user]/manage" },
  "page /admin/users/[id]/subscription/cancel": {
    ...{ audience: "admins", path: "/admin/users/[user]/subscription/cancel" },
  },
  "page /admin/users/[id]/subscription/change": {
    ...{ audience: "admins", path: "/admin/users/[user]/subscription/change" },
  },
  "page /admin/users/[id]/subscription/end": {
    ...{ audience: "admins", path: "/admin/users/[user]/subscription/end" },
  },
  "page /admin/users/[id]/subscription/pause": {
    ...{ audience: "admins", path: "/admin/users/[user]/subscription/pause" },
  },
  "page /admin/users/[id]/subscription/trial": {
    ...{ audience: "admins", path: "/admin/users/[user]/subscription/trial" },
  },
  "page /admin/users/[id]/view-as": { audience: "admins", path: "/admin/users/[user]/view-as" },
  // Who views as nobody is led to their own pages.
  "page /viewing": onward,
  "page /admin/jobs": { audience: "admins" },
  "page /admin/ledger": { audience: "admins" },
  "page /admin/disputes": { audience: "admins" },
  "page /admin/catalog": { audience: "admins" },
  "page /admin/services": { audience: "admins" },
  "page /admin/messages": { audience: "admins" },
  "page /admin/messages/[id]": {
    ...{ audience: "admins", path: "/admin/messages/none" },
    but: { admin: "nothing there" },
  },
  "page /admin/webhooks": { audience: "admins" },
  "page /admin/webhooks/replay": { audience: "admins" },
  "page /admin/webhooks/[id]": {
    ...{ audience: "admins", path: "/admin/webhooks/evt_none" },
    but: { admin: "nothing there" },
  },

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

  "page /api/docs": { audience: "everyone" },
  "route /api/v1/openapi.json": { audience: "everyone" },
  "route /api/v1/[...path]": {
    ...{ audience: "everyone", path: "/api/v1/nothing" },
    but: Object.fromEntries(actorNames.map((name) => [name, "nothing there"])),
  },
  "route /api/v1/balance": { audience: "programs", scope: "credits:read" },
  "route /api/v1/entries": { audience: "programs", scope: "credits:read" },
  "route /api/v1/usage": { audience: "programs", scope: "usage:read" },
  "route /api/v1/services": { audience: "programs", scope: "services:read" },
  "route /api/v1/services/[slug]": {
    ...{ audience: "programs", scope: "services:read", path: "/api/v1/services/word-counter" },
  },
  "route /api/v1/services/[slug]/quote": {
    ...{ audience: "programs", scope: "services:run", method: "POST" },
    ...{ path: "/api/v1/services/word-counter/quote", body: { text: "one two" } },
  },
  "route /api/v1/services/[slug]/run": {
    ...{ audience: "programs", scope: "services:run", method: "POST" },
    ...{ path: "/api/v1/services/word-counter/run", body: { text: "one two" } },
  },
  "route /api/v1/runs/[id]": { audience: "programs", scope: "services:run", path: "/api/v1/runs/[run]" },
  "route /api/v1/runs/[id]/file": {
    ...{ audience: "programs", scope: "services:run", path: "/api/v1/runs/[run]/file" },
  },

  "route /api/avatar": { audience: "forms", method: "POST", path: "/api/avatar", picture: true },
  "route /api/avatars/[file]": { ...nothingYet, path: `/api/avatars/${"0".repeat(32)}-96.webp` },
  // Whose it is is proved in tests/integration/data-export and e2e/profile-and-export.spec.ts.
  "route /settings/account/exports/[id]": { ...nothingYet, path: "/settings/account/exports/none" },

  "route /api/stripe": { audience: "machines", method: "POST" },
  "route /api/cron/[job]": { audience: "machines", path: "/api/cron/drain" },
};
