import "server-only";

export { toDrawable, type Drawable } from "./drawable";
export { openCoverage } from "./fonts";
export { Letterhead } from "./letterhead";
export { body, page, small, theme } from "./theme";
