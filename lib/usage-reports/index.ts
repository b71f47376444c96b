import "server-only";

export { exportEverybody } from "./export-everybody";
export { getReportSchedules } from "./get-report-schedules";
export { makeUsageReport } from "./make-usage-report";
export { renderUsageReport } from "./render-usage-report";
export { saveReportSchedules } from "./save-report-schedules";
export { sendReportNow } from "./send-report-now";
export { sendUsageReports } from "./send-usage-reports";
