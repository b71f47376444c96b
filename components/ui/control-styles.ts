/** What every text-like form control shares: 3:1 border, quiet hover, red when invalid. */
export const controlStyles =
  "w-full rounded-md border border-line-strong bg-surface text-ink shadow-flat transition-colors placeholder:text-ink-muted hover:border-ink-muted focus-visible:border-accent-ink focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-muted aria-invalid:border-danger aria-invalid:focus-visible:outline-danger";
