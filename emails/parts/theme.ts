/** Mail programs know no variables: the product's light colours as they stand in app/globals.css. */
export const theme = {
  canvas: "#f4f4f8",
  surface: "#ffffff",
  line: "#e5e5ed",
  ink: "#15161c",
  muted: "#595b6a",
  accent: "#4550dd",
  font: "'Geist', -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif",
  mono: "'SFMono-Regular', Consolas, 'Liberation Mono', monospace",
} as const;

/** Programs that follow the reader's dark theme take these; the others ignore them. */
export const darkStyles = `
  @media (prefers-color-scheme: dark) {
    .mail-canvas, .mail-canvas > table > tbody > tr > td { background: #0d0e12 !important; }
    .mail-surface { background: #14151b !important; border-color: #262832 !important; }
    .mail-ink { color: #eeeef3 !important; }
    .mail-muted { color: #a3a5b5 !important; }
    .mail-link { color: #9ba6ff !important; }
    .mail-line { border-color: #262832 !important; }
  }
`;
