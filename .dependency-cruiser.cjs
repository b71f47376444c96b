// The house rules of docs/architecture.md, as errors.
const modules =
  "avatars|data-export|images|stored-objects|credits|customers|subscriptions|checkout|payments|payment-methods|refunds|disputes|stripe-events|reconciliation|catalog|services|analytics|usage|quotas|notifications|documents|files|users|audit|api-keys|security-log|notification-preferences|account-deletion|passkeys|linked-accounts|two-factor|support|transactions|retention|credit-adjustments|queue|ledger-checks|contact|complimentary-plans|quota-overrides|auto-top-up|pdf|usage-reports|inbox|usage-alerts";

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "error",
      comment: "Scripts of the local Stripe's pages are served by name.",
      from: {
        orphan: true,
        path: "^(lib|components|emails|dev|cli)/",
        pathNot: ["\\.d\\.ts$", "^dev/stripe/pages/browser/"],
      },
      to: {},
    },
    { name: "not-to-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "modules-through-their-front-door",
      comment: "Another module is reached through its index; types.ts and schema.ts are client-safe.",
      severity: "error",
      from: { path: `^lib/(${modules})/` },
      to: {
        path: `^lib/(${modules})/`,
        pathNot: ["^lib/$1/", "^lib/[^/]+/(index|types|schema|catalog)\\.ts$"],
      },
    },
    {
      name: "delivery-through-front-doors",
      severity: "error",
      from: { path: "^(app|cli|instrumentation\\.ts)" },
      to: {
        path: `^lib/(${modules}|api|auth|actions|http|jobs|env)/`,
        pathNot: "^lib/[^/]+/(index|types|schema|catalog)\\.ts$",
      },
    },
    {
      name: "delivery-touches-no-vendor",
      severity: "error",
      from: { path: "^(app|components)/" },
      to: { path: ["^lib/(adapters|db)/", "^node_modules/(@prisma/|pg/|stripe/|resend/)"] },
    },
    {
      name: "components-know-types-only",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^lib/", pathNot: "^lib/(shared/|[^/]+/(types|schema|catalog)\\.ts$)" },
    },
    {
      name: "ui-primitives-know-nothing-of-the-domain",
      severity: "error",
      from: { path: "^components/(ui|charts)/" },
      to: { path: "^lib/", pathNot: "^lib/shared/" },
    },
    {
      name: "policy-is-pure",
      severity: "error",
      from: { path: "^lib/.+/policy\\.ts$" },
      to: {
        path: "^lib/",
        pathNot: "^lib/(shared/|[^/]+/(types|schema|errors|catalog|policy)\\.ts$|ports/)",
      },
    },
    {
      name: "shared-and-ports-depend-on-nothing",
      severity: "error",
      from: { path: "^lib/(shared|ports)/" },
      to: { path: "^(app|components|lib)/", pathNot: "^lib/(shared|ports)/" },
    },
    {
      name: "adapters-know-ports-only",
      severity: "error",
      from: { path: "^lib/adapters/" },
      to: { path: "^lib/", pathNot: "^lib/(adapters|ports|shared)/" },
    },
    {
      name: "sdks-only-in-adapters",
      severity: "error",
      from: { pathNot: "^(lib/adapters/|dev/|tests/|e2e/|.+\\.test\\.ts$)" },
      to: { path: "^node_modules/(stripe|resend|flydrive|@aws-sdk)/" },
    },
    {
      name: "prisma-only-where-data-lives",
      severity: "error",
      from: {
        path: "^(app|components|lib|cli)/",
        pathNot:
          "^lib/(db/|auth/|context\\.ts|.+/(repository|queries)(/|\\.ts|-)|.+/[^/]*(repository|queries)[^/]*\\.ts$|.+\\.test\\.ts$)",
      },
      to: { path: "^(lib/db/generated/|node_modules/@prisma/)" },
    },
    {
      name: "nothing-imports-the-stand-ins",
      severity: "error",
      from: { path: "^(app|components|lib|emails|cli|prisma)/" },
      to: { path: "^dev/" },
    },
    {
      name: "local-stripe-knows-nothing-of-the-app",
      severity: "error",
      from: { path: "^dev/stripe/" },
      to: { path: "^(app|components|lib|emails|prisma|cli)/" },
    },
    {
      name: "emails-are-props-in",
      severity: "error",
      from: { path: "^emails/" },
      to: { path: "^(app|components|lib)/", pathNot: "^lib/shared/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(lib/db/generated|\\.next|\\.local)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
