import { type DueFailure } from "../engine/due-failures";
import { formatDate } from "./money";

/** What time should have done and did not; nothing of it remains but this. */
export function FailuresTable({ failures }: { failures: DueFailure[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Was due, UTC</th>
          <th scope="col">What</th>
          <th scope="col">Of</th>
          <th scope="col">Why it failed</th>
        </tr>
      </thead>
      <tbody>
        {failures.map((failure) => (
          <tr key={`${failure.at} ${failure.kind} ${failure.objectId}`}>
            <td>{formatDate(failure.at)}</td>
            <td>{failure.kind.replaceAll("_", " ")}</td>
            <td>
              <a href={`/_emulator/browse?id=${failure.objectId}`}>{failure.objectId}</a>
            </td>
            <td className="text">{failure.message}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
