import { CopyButton } from "@/components/ui/copy-button";

interface CodeBlockProps {
  /** What it is, for screen readers. */
  label: string;
  code: string;
}

/** Scrolls sideways in its own box, by keyboard too. */
export function CodeBlock({ label, code }: CodeBlockProps) {
  return (
    <div className="relative min-w-0 rounded-md border border-line bg-sunken">
      <pre
        role="region"
        aria-label={label}
        tabIndex={0}
        className="max-h-112 overflow-auto p-4 pr-12 font-mono text-[0.8125rem] leading-relaxed focus-visible:-outline-offset-2"
      >
        <code>{code}</code>
      </pre>
      <div className="absolute top-2 right-2 rounded-md bg-sunken">
        <CopyButton value={code} label={`Copy: ${label}`} />
      </div>
    </div>
  );
}
