import "server-only";

export { expireDataExports } from "./expire-data-exports";
export { forgetDataExports } from "./forget-data-exports";
export { makeDataExport } from "./make-data-export";
export { openDataExport } from "./open-data-export";
export { findLatestExport } from "./queries";
export { requestDataExport } from "./request-data-export";
