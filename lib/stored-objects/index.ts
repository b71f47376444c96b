import "server-only";

export { adoptObjects } from "./adopt-objects";
export { deleteLooseObjects } from "./delete-loose-objects";
export { discardObjects } from "./discard-objects";
export { newObjectName } from "./new-object-name";
export { reserveObjects } from "./reserve-objects";
