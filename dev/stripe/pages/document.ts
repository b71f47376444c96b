import { type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { type LocalResponse } from "../server/messages";
import { CHECKOUT_STYLES, DASHBOARD_STYLES, ELEMENT_STYLES, PORTAL_STYLES, STYLES } from "./assets";

export type PageScript = keyof typeof EXTRA_STYLES;

interface Page {
  title: string;
  body: ReactElement;
  script?: PageScript;
  status?: number;
}

const EXTRA_STYLES = {
  "authentication-done": "",
  "checkout-form": CHECKOUT_STYLES,
  dashboard: DASHBOARD_STYLES,
  "element-form": ELEMENT_STYLES,
  portal: PORTAL_STYLES,
};

/** The portal has a card form, and needs no script of its own. */
const SCRIPT_FILES: Partial<Record<PageScript, string>> = { portal: "checkout-form" };

/** A whole HTML page. React escapes what it renders; the title is escaped here. */
export function htmlPage({ title, body, script, status = 200 }: Page): LocalResponse {
  const styles = STYLES + (script ? EXTRA_STYLES[script] : "");
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${styles}</style>
</head>
<body>${renderToStaticMarkup(body)}${script ? `<script type="module" src="/_assets/${SCRIPT_FILES[script] ?? script}.js"></script>` : ""}</body>
</html>`;
  return {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
    body: html,
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
