import type Stripe from "stripe";
import { ClockButtons } from "./clock-buttons";
import { formatDate } from "./money";

/** Each test clock with its own time and its own levers. */
export function TestClocksTable({ clocks }: { clocks: Stripe.TestHelpers.TestClock[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Clock</th>
          <th scope="col">Stands at, UTC</th>
          <th scope="col">State</th>
          <th scope="col">Move ahead by</th>
        </tr>
      </thead>
      <tbody>
        {clocks.map((clock) => (
          <tr key={clock.id}>
            <td>
              <a href={`/_emulator/browse?id=${clock.id}`}>{clock.name ?? clock.id}</a>
            </td>
            <td>{formatDate(clock.frozen_time)}</td>
            <td className={clock.status === "ready" ? "state good" : "state"}>{clock.status}</td>
            <td>
              <ClockButtons clock={clock.id} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
