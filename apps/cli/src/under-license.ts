import { Failure } from './failure.ts';
import { listAll } from './list-all.ts';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Named {
  readonly id: string;
  /** What people call it: one of its kind under a license ID. */
  readonly number: string;
}

/**
 * The id of a thing under a license ID.
 *
 * @param name Its id, or its number.
 * @param search Finds things of that license ID by a text that they contain.
 * @throws Failure not-found where none is called so.
 */
export async function idUnder(
  name: string,
  notFound: string,
  search: Parameters<typeof listAll<Named>>[0],
): Promise<string> {
  if (ID.test(name)) return name;
  const found = await listAll(search);
  const one = found.find(({ number }) => number.toLowerCase() === name.toLowerCase());
  if (one === undefined) throw new Failure('not-found', notFound);
  return one.id;
}
