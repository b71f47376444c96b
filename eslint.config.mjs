import next from "eslint-config-next/core-web-vitals";
import tseslint from "typescript-eslint";

const sizes = (file, fn) => ({
  "max-lines": ["error", { max: file, skipBlankLines: false, skipComments: false }],
  "max-lines-per-function": ["error", { max: fn, skipBlankLines: true, skipComments: true }],
  "max-params": ["error", 3],
});

const envBan = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: "Read the environment through lib/env: it is validated there once.",
};
const domainErrors = {
  selector: "JSXExpressionContainer MemberExpression[object.name=/^(error|err|e)$/][property.name='message']",
  message: "Choose the words from error.code; error.message is for logs.",
};

export default tseslint.config(
  {
    ignores: [
      ".next/**",
      ".local/**",
      "lib/db/generated/**",
      "coverage/**",
      "next-env.d.ts",
      "test-results/**",
      "playwright-report/**",
    ],
  },
  // The rules of React where there are components and hooks.
  ...next.map((config) =>
    config.rules ? { ...config, files: ["{app,components,emails}/**/*.{ts,tsx}", "**/*.tsx"] } : config,
  ),
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ["**/*.{ts,tsx,mts}"] })),
  {
    files: ["**/*.{ts,tsx,mts}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true, allowNever: true },
      ],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: { string: true } }],
      "no-console": "error",
      eqeqeq: "error",
      "no-restricted-syntax": ["error", envBan, domainErrors],
      ...sizes(300, 50),
    },
  },
  { files: ["**/*.tsx"], rules: sizes(150, 150) },
  { files: ["app/**/page.tsx"], rules: sizes(80, 80) },
  { files: ["app/**/route.{ts,tsx}"], rules: sizes(40, 40) },
  {
    files: ["tests/**", "e2e/**", "**/*.test.{ts,tsx}"],
    rules: { ...sizes(300, 300), "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    files: [
      "lib/env/**",
      "dev/**",
      "scripts/**",
      "tests/**",
      "e2e/**",
      "cli/**",
      "*.config.{ts,mts,mjs}",
      "instrumentation.ts",
      "prisma/**",
    ],
    rules: { "no-restricted-syntax": ["error", domainErrors] },
  },
  {
    files: ["scripts/**", "cli/**", "dev/**", "prisma/seed/**", "tests/bench/**"],
    rules: { "no-console": "off" },
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
);
