import { CONTRACT_REVISION, type Contract } from "./contract";
import { SchemaBuilder } from "./schema-builder";
import { openSdkProgram, readApiVersion } from "./sdk-program";
import { readSdkRoutes } from "./sdk-routes";

/** Derives routes and schemas from the installed SDK. Takes seconds: use `loadContract`, which keeps the result. */
export function generateContract(packageFolder: string, sdkVersion: string): Contract {
  const sdk = openSdkProgram(packageFolder);
  const builder = new SchemaBuilder(sdk);
  const routes = readSdkRoutes(sdk, builder);
  return {
    revision: CONTRACT_REVISION,
    sdkVersion,
    apiVersion: readApiVersion(sdk.root),
    routes,
    ...indexObjects(builder),
    schemas: builder.schemas,
  };
}

function indexObjects({ schemas }: SchemaBuilder): Pick<Contract, "objects" | "deletedObjects" | "events"> {
  const index = { objects: {}, deletedObjects: {}, events: {} } as Pick<
    Contract,
    "objects" | "deletedObjects" | "events"
  >;
  for (const [name, { properties = {} }] of Object.entries(schemas)) {
    const object = properties.object?.const;
    if (typeof object !== "string") continue;
    const event = properties.type?.const;
    if (object === "event" && typeof event === "string") index.events[event] = name;
    else if (properties.deleted?.const === true) index.deletedObjects[object] = name;
    else if (properties.id) index.objects[object] = name;
  }
  return index;
}
