import { CopyButton } from "@/components/ui/copy-button";

interface CodeBlockProps {
  title: string;
  /** What it belongs to, for screen readers: many blocks have one title. */
  of: string;
  code: string;
}

/** Scrolls in its own box, by keyboard too. */
export function CodeBlock({ title, of, code }: CodeBlockProps) {
  return (
    <div className="min-w-0 overflow-hidden rounded-md border border-line bg-sunken">
      <div className="flex items-center justify-between border-b border-line py-1 pr-1.5 pl-4 text-xs text-ink-muted">
        <span aria-hidden="true">{title}</span>
        <CopyButton value={code} label={`Copy ${title}: ${of}`} />
      </div>
      <pre
        role="region"
        aria-label={`${title}: ${of}`}
        tabIndex={0}
        className="max-h-112 overflow-auto px-4 py-3 font-mono text-[0.8125rem] leading-relaxed focus-visible:-outline-offset-2"
      >
        <code>{code}</code>
      </pre>
    </div>
  );
}
