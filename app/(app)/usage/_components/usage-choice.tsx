"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useTransition } from "react";
import { Select } from "@/components/ui/select";

export interface ChoiceGroup {
  /** Empty for choices that stand by themselves. */
  label: string;
  options: readonly { value: string; text: string }[];
}

type UsageChoiceProps = {
  name: "kind" | "subject" | "source" | "chart";
  label: string;
  value: string;
  groups: readonly ChoiceGroup[];
  className?: string;
};

/** One way of looking at the range; a choice counts at once. */
export function UsageChoice({ name, label, value, groups, className }: UsageChoiceProps) {
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
      {groups.map((group) =>
        group.label ? (
          <optgroup key={group.label} label={group.label}>
            <Options {...group} />
          </optgroup>
        ) : (
          <Options key="" {...group} />
        ),
      )}
    </Select>
  );
}

const Options = ({ options }: Pick<ChoiceGroup, "options">) =>
  options.map(({ value, text }) => (
    <option key={value} value={value}>
      {text}
    </option>
  ));
