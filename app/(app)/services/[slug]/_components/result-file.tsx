import { Download } from "lucide-react";
import Image from "next/image";
import { buttonStyles } from "@/components/ui/button-styles";
import { DateTime } from "@/components/ui/date-time";
import { formatBytes } from "@/lib/shared/format";
import type { RunFile } from "@/lib/services/types";

/** The file that a run made: a look at it when it is a picture, and the way to save it. */
export function ResultFile({ file, href }: { file: RunFile; href: string }) {
  return (
    <div className="flex flex-col gap-4">
      {file.mediaType.startsWith("image/") ? (
        // A chequered ground shows what is transparent.
        <div className="relative h-72 overflow-hidden rounded-lg border border-line bg-[repeating-conic-gradient(var(--sunken)_0_25%,var(--surface)_0_50%)] bg-size-[20px_20px] sm:h-96">
          <Image src={href} alt="The optimised picture" fill unoptimized className="object-contain p-2" />
        </div>
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p className="min-w-0">
          <bdi className="block truncate font-medium">{file.name}</bdi>
          <span className="text-[0.8125rem] text-ink-muted">
            {formatBytes(file.byteSize)} · kept for you until{" "}
            <DateTime value={file.availableUntil} show="time" />
          </span>
        </p>
        <a href={`${href}?download`} download={file.name} className={buttonStyles()}>
          <Download aria-hidden="true" />
          Download
        </a>
      </div>
    </div>
  );
}
