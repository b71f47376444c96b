import { type ControlParts } from "../server/control";
import { type LocalRequest, type LocalResponse } from "../server/messages";
import { OBJECT_KINDS, OBJECT_NAMES, type ObjectName } from "../store/object-types";
import { Banner } from "./banner";
import { DeliveriesTable, EventsTable } from "./dashboard-tables";
import { htmlPage } from "./document";
import { messagePage } from "./message-page";
import { ObjectsTable } from "./objects-table";

const SHOWN = 100;
/** Events have no index by their object, which every write would pay for: the latest are looked through. */
const SEARCHED = 1_000;

/** `GET /_emulator/browse?type=` lists objects; `?id=` shows one with what was told of it. */
export function browsePage({ engine }: ControlParts, request: LocalRequest): LocalResponse {
  const query = new URLSearchParams(request.query);
  const id = query.get("id");
  const name = OBJECT_NAMES.find((known) => known === query.get("type"));
  if (id !== null) return objectPage(engine.store, id);
  if (name) return listPage(engine.store, { name, after: query.get("after") ?? undefined });
  return messagePage({ title: "No such objects", text: "Choose a type on the dashboard.", status: 404 });
}

type Store = ControlParts["engine"]["store"];

function listPage(
  { objects }: Store,
  { name, after }: { name: ObjectName; after?: string | undefined },
): LocalResponse {
  const { data, hasMore } = objects.list(name, { limit: SHOWN, ...(after ? { after } : {}) });
  const last = data.at(-1)?.id;
  const body = (
    <Frame title={plural(name)}>
      <div className="table" role="region" aria-label={plural(name)} tabIndex={0}>
        <ObjectsTable objects={data as unknown as Record<string, unknown>[]} />
      </div>
      {hasMore && last ? (
        <p>
          <a href={`/_emulator/browse?type=${name}&after=${last}`}>Older</a>
        </p>
      ) : null}
    </Frame>
  );
  return htmlPage({ title: plural(name), body, script: "dashboard" });
}

function objectPage({ objects, deliveries }: Store, id: string): LocalResponse {
  const object = objects.findEvenDeleted(id);
  if (!object)
    return messagePage({ title: "No such object", text: `Nothing has the id ${id}.`, status: 404 });
  const name = OBJECT_NAMES.find((known) => known === object.object);
  const events = objects
    .list("event", { limit: SEARCHED })
    .data.filter(({ data }) => (data.object as { id?: string }).id === id)
    .slice(0, SHOWN);
  const body = (
    <Frame title={name ? titleOf(name) : id}>
      <p>
        <code>{id}</code>
      </p>
      <pre className="object" role="region" aria-label="The object as JSON" tabIndex={0}>
        {JSON.stringify(object, null, 2)}
      </pre>
      <h2>Events</h2>
      <div className="table" id="events" role="region" aria-label="Events" tabIndex={0} data-live>
        <EventsTable events={events} />
      </div>
      <h2>Webhook deliveries</h2>
      <div
        className="table"
        id="deliveries"
        role="region"
        aria-label="Webhook deliveries"
        tabIndex={0}
        data-live
      >
        <DeliveriesTable
          deliveries={deliveries.triedOf(name === "event" ? [id] : events.map((event) => event.id))}
        />
      </div>
    </Frame>
  );
  return htmlPage({ title: id, body, script: "dashboard" });
}

function Frame({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <>
      <Banner />
      <main className="dashboard">
        <p>
          <a href="/_emulator">Local Stripe</a>
        </p>
        <h1 className="title">{title}</h1>
        {children}
      </main>
    </>
  );
}

/** "checkout.session" is how Stripe names one in its errors, and no name for people. */
function titleOf(name: ObjectName): string {
  const words = OBJECT_KINDS[name].label.replaceAll(/[._]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const plural = (name: ObjectName): string => `${titleOf(name)}s`;
