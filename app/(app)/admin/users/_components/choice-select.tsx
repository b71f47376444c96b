"use client";

import { Select } from "@/components/ui/select";
import type { FilterChoice } from "./filter-choices";

type ChoiceSelectProps = {
  choice: FilterChoice;
  value: string | null;
  onChoose: (value: string | null) => void;
};

export function ChoiceSelect({ choice: { name, label, all, options }, value, onChoose }: ChoiceSelectProps) {
  return (
    <Select
      name={name}
      aria-label={label}
      className="sm:w-40"
      value={value !== null && Object.hasOwn(options, value) ? value : ""}
      onChange={({ target }) => onChoose(target.value || null)}
    >
      <option value="">{all}</option>
      {Object.entries(options).map(([key, text]) => (
        <option key={key} value={key}>
          {text}
        </option>
      ))}
    </Select>
  );
}
