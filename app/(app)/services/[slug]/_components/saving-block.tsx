import { formatBytes } from "@/lib/shared/format";

type SavingBlockProps = { beforeBytes: number; afterBytes: number };

/** Two bars to the same scale: what it was and what it is now. */
export function SavingBlock({ beforeBytes, afterBytes }: SavingBlockProps) {
  const largest = Math.max(beforeBytes, afterBytes, 1);
  const percent = Math.round((1 - afterBytes / Math.max(beforeBytes, 1)) * 100);
  return (
    <div>
      <p className="text-[0.8125rem] text-ink-muted">{percent >= 0 ? "Saved" : "Grown by"}</p>
      <p className="mt-0.5 flex flex-wrap items-baseline gap-x-3">
        <span data-figures className="text-4xl font-semibold tracking-tight">
          {Math.abs(percent)} %
        </span>
        <span className="text-ink-muted">{toVerdict(percent)}</span>
      </p>
      <dl className="mt-4 grid grid-cols-[auto_1fr_auto] items-center gap-x-4 gap-y-2">
        <Bar label="Before" bytes={beforeBytes} largest={largest} colour="bg-line-strong" />
        <Bar label="After" bytes={afterBytes} largest={largest} colour="bg-accent" />
      </dl>
    </div>
  );
}

function toVerdict(percent: number): string {
  if (percent >= 0) return "of the file size";
  return "this picture was small already: a lower quality or another format saves more";
}

function Bar({
  label,
  bytes,
  largest,
  colour,
}: {
  label: string;
  bytes: number;
  largest: number;
  colour: string;
}) {
  return (
    <div className="contents">
      <dt className="text-[0.8125rem] text-ink-muted">{label}</dt>
      <dd className="contents">
        <span aria-hidden="true" className="h-2 rounded-full bg-hover">
          <span
            className={`block h-full min-w-1 rounded-full ${colour}`}
            style={{ width: `${(bytes / largest) * 100}%` }}
          />
        </span>
        <span data-figures className="text-right font-medium">
          {formatBytes(bytes)}
        </span>
      </dd>
    </div>
  );
}
