export { createStorage } from "./create-storage";
