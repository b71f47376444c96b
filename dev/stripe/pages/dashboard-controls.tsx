import { ClockButtons } from "./clock-buttons";

/** Plain forms on the JSON controls; the script of the page sends them without leaving it. */
export function DashboardControls() {
  return (
    <div className="controls">
      <fieldset>
        <legend>Clock: move ahead by</legend>
        <ClockButtons />
      </fieldset>
      <form action="/_emulator/deliveries" method="post">
        <fieldset>
          <legend>Webhooks: do to the next</legend>
          <NumberField name="drop" label="Drop" />
          <NumberField name="duplicate" label="Send twice" />
          <NumberField name="failNext" label="Fail" />
          <NumberField name="reorder" label="Reverse" />
          <NumberField name="delay" label="Delay all, ms" />
          <button className="button quiet" type="submit">
            Set webhook faults
          </button>
        </fieldset>
      </form>
      <form action="/_emulator/faults" method="post">
        <fieldset>
          <legend>API: answer the next calls with</legend>
          <label>
            Fault
            <select name="kind" defaultValue="500">
              <option value="429">429, too many requests</option>
              <option value="500">500, server error</option>
              <option value="500_kept">500, repeated under its key</option>
              <option value="timeout_before">timeout, nothing done</option>
              <option value="timeout_after">timeout, yet done</option>
            </select>
          </label>
          <NumberField name="count" label="Calls" value={1} />
          <button className="button quiet" type="submit">
            Set API fault
          </button>
        </fieldset>
      </form>
      <form action="/_emulator/reset" method="post">
        <fieldset>
          <legend>Everything</legend>
          <button className="button quiet" type="submit">
            Reset to empty
          </button>
        </fieldset>
      </form>
    </div>
  );
}

function NumberField({ name, label, value = 0 }: { name: string; label: string; value?: number }) {
  return (
    <label>
      {label}
      <input name={name} type="number" min={0} defaultValue={value} />
    </label>
  );
}
