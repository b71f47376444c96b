"use client";

import { FileCheck, Upload } from "lucide-react";
import { useState } from "react";
import { Field } from "@/components/forms/field";
import { formatBytes } from "@/lib/shared/format";
import type { FormField } from "@/lib/services/types";

type FileFieldProps = {
  field: Extract<FormField, { control: "file" }>;
  errors: readonly string[] | undefined;
};
type Chosen = { name: string; size: number };

/** The platform's own file input over a drop area: dropping, keyboard and screen readers work as they know it. */
export function FileField({ field, errors }: FileFieldProps) {
  const [chosen, setChosen] = useState<Chosen | null>(null);

  return (
    <Field name={field.name} label={field.label} hint={field.hint} errors={errors}>
      {(control) => (
        <div className="relative flex min-h-44 flex-col items-center justify-center gap-3 rounded-lg border border-dashed border-line-strong bg-sunken px-6 py-8 text-center transition-colors hover:border-accent-ink hover:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-ink has-aria-invalid:border-danger">
          {chosen ? <ChosenFile file={chosen} /> : <Invitation />}
          <input
            {...control}
            type="file"
            accept={field.accept.join(",")}
            onChange={(event) => setChosen(event.currentTarget.files?.[0] ?? null)}
            className="absolute inset-0 size-full cursor-pointer opacity-0"
          />
        </div>
      )}
    </Field>
  );
}

function Invitation() {
  return (
    <>
      <Upload aria-hidden="true" className="size-6 text-ink-muted" />
      <p>
        <span className="font-medium text-accent-ink">Choose a file</span>
        <span className="text-ink-muted"> or drop it here</span>
      </p>
    </>
  );
}

function ChosenFile({ file }: { file: Chosen }) {
  return (
    <>
      <FileCheck aria-hidden="true" className="size-6 text-accent-ink" />
      <p className="max-w-full">
        <bdi className="line-clamp-2 font-medium break-all">{file.name.slice(0, 200)}</bdi>
        <span className="text-ink-muted">
          {formatBytes(file.size)} · choose or drop another to replace it
        </span>
      </p>
    </>
  );
}
