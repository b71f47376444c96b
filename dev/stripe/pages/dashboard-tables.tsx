import { type LoggedRequest } from "../server/request-log";
import { type TriedDelivery } from "../store/delivery-store";
import { type WireEvent } from "../store/object-types";

const clockTime = (ms: number): string => new Date(ms).toISOString().slice(11, 23);
const TONES: Record<string, string> = { succeeded: "state good", failed: "state bad", dropped: "state bad" };

export function DeliveriesTable({ deliveries }: { deliveries: TriedDelivery[] }) {
  if (deliveries.length === 0)
    return <p className="empty">No webhook has been sent. Give an endpoint with --webhook-url.</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Event</th>
          <th scope="col">State</th>
          <th scope="col">Attempts</th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map((delivery) => (
          <tr key={delivery.id}>
            <td>
              {delivery.eventType}
              <br />
              <ObjectLink id={delivery.eventId} />
            </td>
            <td className={TONES[delivery.status] ?? "state"}>{delivery.status}</td>
            <td className="text">{describeAttempts(delivery)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function describeAttempts({ tries, status, nextAt }: TriedDelivery) {
  return (
    <>
      {tries.map((attempt) => (
        <div key={attempt.at}>
          {clockTime(attempt.at)} — {attempt.error ?? attempt.status} ({attempt.durationMs} ms)
        </div>
      ))}
      {status === "pending" ? <div className="muted">next at {clockTime(nextAt)}</div> : null}
    </>
  );
}

export function EventsTable({ events }: { events: WireEvent[] }) {
  if (events.length === 0) return <p className="empty">No events yet.</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Type</th>
          <th scope="col">Object</th>
          <th scope="col">Created, UTC</th>
          <th scope="col">Id</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id}>
            <td>{event.type}</td>
            <td>
              <ObjectLink id={(event.data.object as { id?: string }).id} />
            </td>
            <td>{new Date(event.created * 1000).toISOString().replace("T", " ").slice(0, 19)}</td>
            <td>
              <ObjectLink id={event.id} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ObjectLink({ id }: { id: string | undefined }) {
  if (id === undefined) return null;
  return (
    <a href={`/_emulator/browse?id=${encodeURIComponent(id)}`}>
      <code>{id.length > 30 ? `${id.slice(0, 29)}…` : id}</code>
    </a>
  );
}

export function RequestsTable({ requests }: { requests: LoggedRequest[] }) {
  if (requests.length === 0) return <p className="empty">No API call yet.</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Call</th>
          <th scope="col">Answer</th>
          <th scope="col">Id</th>
        </tr>
      </thead>
      <tbody>
        {requests.map((request) => (
          <tr key={request.id}>
            <td>
              {request.method} {request.path}
            </td>
            <td className={request.status === 200 ? "state good" : "state bad"}>
              {request.status || "none"}
            </td>
            <td>
              <code>{request.id}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
