/** Set by proxy.ts on every request it sees, overwriting what the browser sent: the path and query asked for. */
export const currentPathHeader = "x-quickscale-path";
