import { Banner } from "./banner";
import { DashboardControls } from "./dashboard-controls";
import { DeliveriesTable, EventsTable, RequestsTable } from "./dashboard-tables";
import { FailuresTable } from "./failures-table";
import { htmlPage } from "./document";
import { readDueFailures } from "../engine/due-failures";
import { formatDate } from "./money";
import { TestClocksTable } from "./test-clocks-table";
import { type ControlParts } from "../server/control";
import { type LocalResponse } from "../server/messages";

const SHOWN = 15;

/** `GET /_emulator`: what is in there, what is on its way, and the levers. */
export function dashboardPage({ engine, deliveryFaults, apiFaults, log }: ControlParts): LocalResponse {
  const { store, clock } = engine;
  const events = store.objects.list("event", { limit: SHOWN }).data;
  const waiting = [
    ...deliveryFaults.pending.map(({ kind, left }) => `${kind} × ${left}`),
    ...apiFaults.pending.map(({ kind, count }) => `${kind} × ${count}`),
  ];
  const body = (
    <>
      <Banner />
      <main className="dashboard">
        <header>
          <h1>Local Stripe</h1>
          <p className="muted" id="clock" data-live>
            {formatDate(clock.now())} UTC
            {clock.offset > 0 ? `, ${describeOffset(clock.offset)} ahead` : ""}
          </p>
        </header>
        <h2>Controls</h2>
        <DashboardControls />
        <p className="muted" id="faults" data-live>
          {waiting.length > 0
            ? `Waiting to happen: ${waiting.join(", ")}`
            : "No faults are waiting to happen."}
        </p>
        <p id="result" role="status" />
        <h2>Objects</h2>
        <Figures objects={store.objects.countByType()} deliveries={store.deliveries.countByStatus()} />
        <Failures failures={readDueFailures(store).slice(0, SHOWN)} />
        <TestClocks clocks={store.objects.list("test_helpers.test_clock", { limit: SHOWN }).data} />
        <h2>Webhook deliveries</h2>
        <div
          className="table"
          id="deliveries"
          role="region"
          aria-label="Webhook deliveries"
          tabIndex={0}
          data-live
        >
          <DeliveriesTable deliveries={store.deliveries.latest(SHOWN)} />
        </div>
        <h2>Events</h2>
        <div className="table" id="events" role="region" aria-label="Events" tabIndex={0} data-live>
          <EventsTable events={events} />
        </div>
        <p className="more">
          <a href="/_emulator/browse?type=event">All events</a>
        </p>
        <h2>API calls</h2>
        <div className="table" id="requests" role="region" aria-label="API calls" tabIndex={0} data-live>
          <RequestsTable requests={log.latest.slice(0, SHOWN)} />
        </div>
      </main>
    </>
  );
  return htmlPage({ title: "Local Stripe", body, script: "dashboard" });
}

function TestClocks({ clocks }: React.ComponentProps<typeof TestClocksTable>) {
  if (clocks.length === 0) return null;
  return (
    <>
      <h2>Test clocks</h2>
      <div className="table" id="clocks" role="region" aria-label="Test clocks" tabIndex={0} data-live>
        <TestClocksTable clocks={clocks} />
      </div>
    </>
  );
}

function Failures({ failures }: React.ComponentProps<typeof FailuresTable>) {
  if (failures.length === 0) return null;
  return (
    <>
      <h2>Failures</h2>
      <div className="table" id="failures" role="region" aria-label="Failures" tabIndex={0} data-live>
        <FailuresTable failures={failures} />
      </div>
    </>
  );
}

function Figures({
  objects,
  deliveries,
}: {
  objects: Record<string, number>;
  deliveries: Record<string, number>;
}) {
  const figures = [
    ...Object.entries(objects).map(
      ([type, count]) => [type.replace(/[._]/g, " "), count, `/_emulator/browse?type=${type}`] as const,
    ),
    ...Object.entries(deliveries).map(
      ([status, count]) => [`${status} deliveries`, count, "/_emulator/deliveries"] as const,
    ),
  ];
  if (figures.length === 0)
    return <p className="empty">Nothing here yet. Make an API call and it will appear.</p>;
  return (
    <dl className="figures" id="figures" data-live>
      {figures.map(([label, count, href]) => (
        <div key={label}>
          <dt>
            <a href={href}>{label}</a>
          </dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}

function describeOffset(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3_600);
  return (
    [days > 0 ? `${days} d` : "", hours > 0 ? `${hours} h` : ""].filter(Boolean).join(" ") || `${seconds} s`
  );
}
