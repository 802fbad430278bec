import type { BulkChangeAnswer, BulkChangeRequest } from '@muniment/contract/bulk-changes.ts';
import { PEOPLE_MAX, type PeopleSelection } from '@muniment/contract/selections.ts';
import type { Role } from '@muniment/domain/roles.ts';
import type { BulkAct } from '../command-bar.tsx';

/** What changes roles of many people. */
export type ChangeAct = Exclude<BulkAct, 'resend' | 'reset'>;

/** What the person chose for the selected people. */
export interface BulkChoice {
  readonly roles: readonly Role[];
  /** Roles are removed on every license ID that one administers; they are added on chosen ones alone. */
  readonly isEverywhere: boolean;
  readonly licenseIds: ReadonlySet<string>;
  readonly reason: string;
}

export const NO_CHOICE: BulkChoice = { roles: [], isEverywhere: true, licenseIds: new Set(), reason: '' };

/** What is still to be chosen before the change can be reviewed; null where nothing is. */
export function missingIn(act: ChangeAct, choice: BulkChoice): 'roles' | 'licenses' | null {
  if (act === 'remove-people') return null;
  if (choice.roles.length === 0) return 'roles';
  const needsLicenses = act === 'add-roles' || !choice.isEverywhere;
  return needsLicenses && choice.licenseIds.size === 0 ? 'licenses' : null;
}

/**
 * The change as the API takes it.
 *
 * @param count How many people are meant: who match may be others by now, and then nothing is to be saved.
 */
export function requestOf(
  act: ChangeAct,
  people: PeopleSelection,
  count: number,
  choice: BulkChoice,
): BulkChangeRequest {
  const roles = [...choice.roles];
  const licenseIds = [...choice.licenseIds];
  const reason = choice.reason.trim();
  return {
    people,
    ...('matching' in people ? { expectedPeople: count } : {}),
    ...(act === 'add-roles' ? { add: { roles, licenseIds } } : {}),
    ...(act === 'remove-roles' ? { remove: choice.isEverywhere ? { roles } : { roles, licenseIds } } : {}),
    ...(act === 'remove-people' ? { removePeople: true } : {}),
    ...(reason === '' ? {} : { reason }),
  };
}

/**
 * What is saved after its plan was read: of all who match, the very people whom the plan named, so that nobody is
 * changed who came to match since, even where as many match as before. More than one selection may hold stay the filter
 * with its number.
 */
export function requestAsPlanned(
  request: BulkChangeRequest,
  plan: Pick<BulkChangeAnswer, 'difference' | 'skipped'>,
): BulkChangeRequest {
  if (!('matching' in request.people)) return request;
  const ids = [...plan.difference, ...plan.skipped].map(({ vlUserId }) => vlUserId);
  const vlUserIds = [...new Set(ids.filter((id) => id !== null))];
  if (vlUserIds.length === 0 || vlUserIds.length > PEOPLE_MAX) return request;
  const { expectedPeople: _, ...rest } = request;
  return { ...rest, people: { vlUserIds } };
}
