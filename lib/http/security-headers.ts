import type { StripeJsSources } from "./stripe-js-sources";

interface PolicySource {
  /** Pages carry it. What is no page, and runs no script of its own, has none. */
  nonce?: string;
  /** Where a form without JavaScript may be sent on to, beside us: the hosted checkout. */
  formTargets?: readonly string[];
  /** For the page on which a card is added, and no other. */
  stripeJs?: StripeJsSources;
  /** The dev server evaluates code and talks over a socket. */
  development: boolean;
  https?: boolean;
}

/** The Content-Security-Policy of a page. Styles stay inline-able: React and Radix write style attributes. */
export function contentSecurityPolicy({
  nonce,
  formTargets = [],
  stripeJs = { scripts: [], frames: [], calls: [] },
  development,
  https = false,
}: PolicySource): string {
  const own = nonce ? `'self' 'nonce-${nonce}' 'strict-dynamic'` : "'self'";
  const scripts = [own, ...stripeJs.scripts].join(" ");
  const frames = stripeJs.frames.length > 0 ? stripeJs.frames.join(" ") : "'none'";
  const calls = ["'self'", ...stripeJs.calls].join(" ");
  return [
    "default-src 'self'",
    `script-src ${scripts}${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src ${calls}${development ? " ws:" : ""}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    `frame-src ${frames}`,
    "base-uri 'none'",
    `form-action ${["'self'", ...formTargets].join(" ")}`,
    "frame-ancestors 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  // Not "no-referrer": with it browsers send `Origin: null`, which our own origin check refuses.
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  {
    key: "Permissions-Policy",
    value:
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), publickey-credentials-create=(self), publickey-credentials-get=(self)",
  },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

/** For `headers()` of next.config: what every answer carries, and a policy for what is no page. */
export function staticHeaders(development: boolean) {
  return [
    {
      source: "/:path*",
      headers: [
        ...everywhere,
        { key: "Content-Security-Policy", value: contentSecurityPolicy({ development }) },
      ],
    },
    {
      source: "/:path*",
      has: [{ type: "header" as const, key: "x-forwarded-proto", value: "https" }],
      headers: [{ key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" }],
    },
  ];
}
