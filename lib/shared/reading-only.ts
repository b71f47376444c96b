import { DomainError } from "./errors";

/** Something would be changed where things are only looked at. */
class ReadingOnly extends DomainError {
  constructor() {
    super("shared.reading_only", "forbidden");
  }
}

const reading = /^(find|get|has|head|list|lookUp|open|preview|read|search|sign|exists|uncharged)/;

/** The same thing without the methods that change anything, told by their names: what is not known to read, refuses. */
export function readingOnly<Thing extends object>(thing: Thing): Thing {
  return new Proxy(thing, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      if (typeof name === "string" && reading.test(name)) return value.bind(target) as unknown;
      return () => {
        throw new ReadingOnly();
      };
    },
  });
}
