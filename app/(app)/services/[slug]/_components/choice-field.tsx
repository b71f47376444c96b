import type { FormField } from "@/lib/services/types";

type ChoiceFieldProps = {
  field: Extract<FormField, { control: "choice" }>;
  errors: readonly string[] | undefined;
};

/** A few choices side by side: radio buttons underneath, so arrows move between them. */
export function ChoiceField({ field, errors = [] }: ChoiceFieldProps) {
  const hintId = `${field.name}-hint`;
  return (
    <fieldset aria-describedby={field.hint ? hintId : undefined} className="min-w-0">
      <legend className="text-sm font-medium">{field.label}</legend>
      <div className="mt-1.5 inline-flex flex-wrap gap-0.5 rounded-md border border-line-strong bg-sunken p-0.5">
        {field.options.map(({ value, label }) => (
          <label
            key={value}
            className="relative flex h-9 cursor-pointer items-center rounded-sm border border-transparent px-4 font-medium text-ink-muted hover:text-ink has-checked:border-line has-checked:bg-surface has-checked:text-ink has-checked:shadow-flat has-focus-visible:outline-2 has-focus-visible:outline-accent-ink sm:h-8"
          >
            <input
              type="radio"
              name={field.name}
              value={value}
              defaultChecked={value === field.initial}
              className="absolute inset-0 cursor-pointer appearance-none rounded-sm outline-none"
            />
            {label}
          </label>
        ))}
      </div>
      {errors.length > 0 ? <p className="mt-1.5 text-[0.8125rem] text-danger">{errors.join(" ")}</p> : null}
      {field.hint ? (
        <p id={hintId} className="mt-1.5 text-[0.8125rem] text-ink-muted">
          {field.hint}
        </p>
      ) : null}
    </fieldset>
  );
}
