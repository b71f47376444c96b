import { runDue } from "../engine/due-queue";
import { type PageParts } from "../pages/page-parts";
import { type Store } from "../store/store";
import { type Api } from "./api";
import { type ControlParts, handleControl } from "./control";
import { answerPreflight, handleBrowserCall, readPublishableKey } from "./browser-calls";
import { type Handle } from "./http-server";
import { type LocalRequest, type LocalResponse } from "./messages";

interface Parts {
  api: Api;
  controls: ControlParts;
  pages: PageParts;
}

/** Loaded when a browser first comes: React would double the time that every start takes. */
const loadPages = () => import("../pages/all-pages");
const loadDashboard = () => import("../pages/dashboard");
const loadBrowse = () => import("../pages/browse");

/** Who answers what: the API under `/v1` (`/v2` is refused in its format), the controls under `/_emulator`, browsers everywhere else. */
export function createDispatcher({ api, controls, pages }: Parts): Handle {
  return async (request) => {
    // What a reset forgets need not happen before.
    if (request.path !== "/_emulator/reset") runDue(controls.engine, controls.engine.clock.now());
    if (/^\/v[12]\//.test(request.path)) return answerApi(api, controls.engine.store, request);
    if (request.path === "/_emulator" && request.method === "GET") {
      return (await loadDashboard()).dashboardPage(controls);
    }
    if (request.path === "/_emulator/browse" && request.method === "GET") {
      return (await loadBrowse()).browsePage(controls, request);
    }
    const control = await handleControl(controls, request);
    return control ?? (await loadPages()).handlePage(pages, request);
  };
}

/** A server calls with its secret key; a browser with the publishable one, for the few calls that it may make. */
function answerApi(api: Api, store: Store, request: LocalRequest): LocalResponse {
  if (request.method === "OPTIONS") return answerPreflight();
  const key = readPublishableKey(request);
  if (key === null) return api.handle(request);
  return handleBrowserCall({ store, handle: (call) => api.handle(call) }, request, key);
}
