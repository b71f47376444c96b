import { apiScopes } from "@/lib/api-keys/types";
import { scopeWords } from "./scope-words";

interface ScopeBoxesProps {
  values: Readonly<Record<string, string>>;
  errors: readonly string[] | undefined;
}

/** What the key may do; nothing is ticked from the start, so that a key gets what somebody thought of. */
export function ScopeBoxes({ values, errors = [] }: ScopeBoxesProps) {
  const failed = errors.length > 0;
  return (
    <fieldset {...(failed ? { "aria-describedby": "scopes-error" } : {})}>
      <legend className="text-sm font-medium">The key may</legend>
      <div className="mt-2 grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {apiScopes.map((scope) => (
          <label key={scope} className="flex items-start gap-2.5">
            <input
              type="checkbox"
              name={scope}
              defaultChecked={values[scope] === "on"}
              {...(failed ? { "aria-invalid": true } : {})}
              className="mt-0.5 size-4 accent-accent"
            />
            <span>
              {scopeWords[scope].label}
              <span className="block text-[0.8125rem] text-ink-muted">{scopeWords[scope].hint}</span>
            </span>
          </label>
        ))}
      </div>
      {failed ? (
        <p id="scopes-error" className="mt-2 text-[0.8125rem] text-danger">
          {errors.join(" ")}
        </p>
      ) : null}
    </fieldset>
  );
}
