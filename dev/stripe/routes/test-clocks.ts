import type Stripe from "stripe";
import { advanceTestClock, createTestClock, deleteTestClock } from "../engine/test-clocks";
import { listPage, PAGING, type PagingParams } from "./list-route";
import { type Behaviour, route } from "./route";

const clocks = "/v1/test_helpers/test_clocks";

export const testClockRoutes: Behaviour[] = [
  route<Stripe.TestHelpers.TestClockCreateParams>(
    `POST ${clocks}`,
    ["frozen_time", "name"],
    ({ engine, params }) => createTestClock(engine, params),
  ),
  route(`GET ${clocks}/{id}`, [], ({ engine, id }) => engine.require("test_helpers.test_clock", id)),
  route(`DELETE ${clocks}/{id}`, [], ({ engine, id }) =>
    deleteTestClock(engine, engine.require("test_helpers.test_clock", id)),
  ),
  route<Stripe.TestHelpers.TestClockAdvanceParams>(
    `POST ${clocks}/{id}/advance`,
    ["frozen_time"],
    ({ engine, params, id }) =>
      advanceTestClock(engine, engine.require("test_helpers.test_clock", id), params.frozen_time),
  ),
  route<PagingParams>(`GET ${clocks}`, PAGING, (call) => listPage(call, "test_helpers.test_clock", {})),
];
