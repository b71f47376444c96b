"use client";

import { useState } from "react";
import { Field } from "@/components/forms/field";
import { cn } from "@/components/ui/cn";
import { Textarea } from "@/components/ui/textarea";
import type { FormField } from "@/lib/services/types";

type TextFieldProps = {
  field: Extract<FormField, { control: "text" }>;
  errors: readonly string[] | undefined;
};

const count = new Intl.NumberFormat("en-US");

/** Long text, in whichever direction it is written, with how much of the limit it uses. */
export function TextField({ field, errors }: TextFieldProps) {
  const [length, setLength] = useState(0);
  return (
    <Field
      name={field.name}
      label={field.label}
      hint={field.hint}
      errors={errors}
      aside={
        <span
          data-figures
          className={cn("text-ink-muted", length > field.maxLength && "font-medium text-danger")}
        >
          {count.format(length)} of {count.format(field.maxLength)}
        </span>
      }
    >
      {(control) => (
        <Textarea
          {...control}
          dir="auto"
          rows={14}
          placeholder={field.placeholder}
          onInput={(event) => setLength(event.currentTarget.value.length)}
          className="leading-relaxed"
        />
      )}
    </Field>
  );
}
