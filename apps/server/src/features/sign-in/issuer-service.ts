import type { Queryable } from '../../database/connect.ts';
import { selectIsAnyIssuer } from './issuer-repository.ts';

/** Whether some organization has an issuer of its own; not which. */
export function isAnyIssuer(q: Queryable): Promise<boolean> {
  return selectIsAnyIssuer(q);
}
