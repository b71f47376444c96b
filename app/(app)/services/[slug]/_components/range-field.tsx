"use client";

import { useState } from "react";
import { Field } from "@/components/forms/field";
import type { FormField } from "@/lib/services/types";

type RangeFieldProps = {
  field: Extract<FormField, { control: "range" }>;
  errors: readonly string[] | undefined;
};

export function RangeField({ field, errors }: RangeFieldProps) {
  const [value, setValue] = useState(field.initial);
  return (
    <Field
      name={field.name}
      label={field.label}
      hint={field.hint}
      errors={errors}
      aside={
        <output htmlFor={field.name} data-figures className="font-medium">
          {value}
        </output>
      }
    >
      {(control) => (
        <input
          {...control}
          type="range"
          min={field.min}
          max={field.max}
          value={value}
          onChange={(event) => setValue(event.currentTarget.valueAsNumber)}
          className="h-6 w-full accent-(--accent)"
        />
      )}
    </Field>
  );
}
