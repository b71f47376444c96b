/** The path of a page of ours that a mail links to. */
export function pathOf(url: string): `/${string}` {
  const { pathname, search } = new URL(url);
  return `/${pathname.slice(1)}${search}`;
}
