function groupsOf(ip: string): string[] {
  const [head = "", tail] = new URL(`http://[${ip}]`).hostname.slice(1, -1).split("::");
  const before = head ? head.split(":") : [];
  const after = tail ? tail.split(":") : [];
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => "0"), ...after];
}

/**
 * What limits count as one place: an IPv4 address, or the /64 of an IPv6 address, which providers hand to one
 * household or phone. Empty when the address is not known.
 */
export function placeOf(ip: string | null): string {
  if (!ip?.includes(":")) return ip ?? "";
  const groups = groupsOf(ip.split("%")[0] ?? ip);
  const isMappedV4 = groups.slice(0, 5).every((group) => group === "0") && groups[5] === "ffff";
  return isMappedV4 ? groups.slice(6).join(":") : groups.slice(0, 4).join(":");
}
