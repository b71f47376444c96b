/** Whether an address leads to anything but this very machine. */
export function isPublicUrl(url: string): boolean {
  return !["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
}
