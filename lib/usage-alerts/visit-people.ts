const pageSize = 200;

interface Visits<Person> {
  /** The next people by id, after one. */
  list: (page: { after: string | null; limit: number }) => Promise<Person[]>;
  idOf: (person: Person) => string;
  /** @returns whether there was something to tell */
  visit: (person: Person) => Promise<boolean>;
}

/**
 * Goes through people page by page. One whose turn fails keeps no other from theirs.
 * @returns how many were told
 * @throws AggregateError of what failed, after everybody had their turn
 */
export async function visitPeople<Person>({ list, idOf, visit }: Visits<Person>): Promise<number> {
  const failures: unknown[] = [];
  let told = 0;
  let after: string | null = null;
  for (;;) {
    const people: Person[] = await list({ after, limit: pageSize });
    for (const person of people) {
      try {
        if (await visit(person)) told += 1;
      } catch (error) {
        failures.push(error);
      }
    }
    const last = people.at(-1);
    if (people.length < pageSize || last === undefined) break;
    after = idOf(last);
  }
  if (failures.length > 0) throw new AggregateError(failures, "some people could not be told");
  return told;
}
