import "server-only";

export { PictureRefused } from "./errors";
export { forgetAvatar } from "./forget-avatar";
export { openAvatar } from "./open-avatar";
export { findPictureId } from "./queries";
export { readPicture } from "./read-picture";
export { removeAvatar } from "./remove-avatar";
export { setAvatar } from "./set-avatar";
