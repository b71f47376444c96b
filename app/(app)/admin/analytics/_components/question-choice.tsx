"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useTransition } from "react";
import { Select } from "@/components/ui/select";

type QuestionChoiceProps = {
  name: "compare" | "by" | "zone" | "currency";
  label: string;
  value: string;
  options: Readonly<Record<string, string>>;
  className?: string;
};

/** One way of looking at the range; a choice counts at once. */
export function QuestionChoice({ name, label, value, options, className = "sm:w-30" }: QuestionChoiceProps) {
  const [loading, startTransition] = useTransition();
  const [, choose] = useQueryState(name, parseAsString.withOptions({ shallow: false, startTransition }));
  return (
    <Select
      key={value}
      name={name}
      aria-label={label}
      aria-busy={loading}
      className={className}
      defaultValue={value}
      onChange={({ target }) => void choose(target.value || null)}
    >
      {Object.entries(options).map(([key, text]) => (
        <option key={key} value={key}>
          {text}
        </option>
      ))}
    </Select>
  );
}
