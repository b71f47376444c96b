"use client";

import { Field } from "@/components/forms/field";
import { Input } from "@/components/ui/input";
import type { FormField } from "@/lib/services/types";
import { ChoiceField } from "./choice-field";
import { FileField } from "./file-field";
import { RangeField } from "./range-field";
import { TextField } from "./text-field";

type ServiceFieldProps = { field: FormField; errors: readonly string[] | undefined };

export function ServiceField({ field, errors }: ServiceFieldProps) {
  switch (field.control) {
    case "text":
      return <TextField field={field} errors={errors} />;
    case "file":
      return <FileField field={field} errors={errors} />;
    case "choice":
      return <ChoiceField field={field} errors={errors} />;
    case "range":
      return <RangeField field={field} errors={errors} />;
    case "number":
      return (
        <Field name={field.name} label={field.label} hint={field.hint} errors={errors}>
          {(control) => (
            <span className="relative block max-w-48">
              <Input
                {...control}
                type="number"
                inputMode="numeric"
                min={field.min}
                max={field.max}
                step={1}
                className="pr-10"
              />
              <span
                aria-hidden="true"
                className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-ink-muted"
              >
                {field.suffix}
              </span>
            </span>
          )}
        </Field>
      );
  }
}
