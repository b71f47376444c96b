import "server-only";

export { forgetNotices } from "./forget-notices";
export { listNotices } from "./list-notices";
export { markAllNoticesRead } from "./mark-all-notices-read";
export { markNoticeRead } from "./mark-notice-read";
export { postNotice } from "./post-notice";
export { countUnread } from "./queries";
