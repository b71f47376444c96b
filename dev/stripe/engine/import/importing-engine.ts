import { type ObjectName, type ObjectTypes } from "../../store/object-types";
import { Engine } from "../engine";

type Ids = Partial<Record<ObjectName, string>>;

/** Does what an engine does under ids that are given, and tells nobody: what is imported happened elsewhere. */
export class ImportingEngine extends Engine {
  #ids: Ids = {};

  /** What `work` creates of these kinds is called like this. */
  naming<Result>(ids: Ids, work: () => Result): Result {
    this.#ids = ids;
    try {
      return work();
    } finally {
      this.#ids = {};
    }
  }

  override emit(): void {
    // There is no event of what happened elsewhere.
  }

  override create<Name extends ObjectName>(
    name: Name,
    values: Partial<ObjectTypes[Name]>,
    hidden: object | null = null,
  ): ObjectTypes[Name] {
    const id = this.#ids[name];
    return super.create(name, id === undefined ? values : { ...values, id }, hidden);
  }
}
