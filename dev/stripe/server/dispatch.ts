import { runDue } from "../engine/due-queue";
import { type PageParts } from "../pages/page-parts";
import { type Api } from "./api";
import { type ControlParts, handleControl } from "./control";
import { type Handle } from "./http-server";

interface Parts {
  api: Api;
  controls: ControlParts;
  pages: PageParts;
}

/** Loaded when a browser first comes: React would double the time that every start takes. */
const loadPages = () => import("../pages/all-pages");
const loadDashboard = () => import("../pages/dashboard");

/** Who answers what: the API under `/v1` (any other version is refused in its format), the controls under `/_emulator`, browsers everywhere else. */
export function createDispatcher({ api, controls, pages }: Parts): Handle {
  return async (request) => {
    runDue(controls.engine, controls.engine.clock.now());
    if (/^\/v\d\//.test(request.path)) return api.handle(request);
    if (request.path === "/_emulator" && request.method === "GET") {
      return (await loadDashboard()).dashboardPage(controls);
    }
    const control = await handleControl(controls, request);
    return control ?? (await loadPages()).handlePage(pages, request);
  };
}
