import { formatDate } from "./money";

/** What tells objects of any type apart at a glance, where they have it. */
const TELLING = ["status", "email", "name", "amount", "amount_due", "currency", "customer", "type"];

export function ObjectsTable({ objects }: { objects: Record<string, unknown>[] }) {
  if (objects.length === 0) return <p className="empty">None yet.</p>;
  const columns = TELLING.filter((field) => objects.some((object) => isPlain(object[field])));
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Id</th>
          <th scope="col">Created, UTC</th>
          {columns.map((field) => (
            <th key={field} scope="col">
              {headingOf(field)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {objects.map((object) => (
          <tr key={String(object.id)}>
            <td>
              <a href={`/_emulator/browse?id=${encodeURIComponent(String(object.id))}`}>
                <code>{String(object.id)}</code>
              </a>
            </td>
            <td>{typeof object.created === "number" ? formatDate(object.created) : ""}</td>
            {columns.map((field) => (
              <td key={field}>{isPlain(object[field]) ? String(object[field]) : ""}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const headingOf = (field: string): string => {
  const words = field.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const isPlain = (value: unknown): value is string | number =>
  (typeof value === "string" && value !== "") || typeof value === "number";
