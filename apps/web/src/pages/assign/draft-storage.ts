import { isRole } from '@muniment/domain/roles.ts';
import { type Draft, type DraftLicense, type DraftPerson, EMPTY_DRAFT } from './draft.ts';

/** Raised when the stored form changes: drafts of another form are not read. */
const VERSION = 1;

/** Where the draft of one person in one organization is kept on this device. */
export function draftStorageKey(organizationNumber: string, vlUserId: string): string {
  return `muniment.assign-draft.${organizationNumber}.${vlUserId}`;
}

export function writeDraft(draft: Draft): string {
  return JSON.stringify({ version: VERSION, ...draft });
}

/** Reads a stored draft. What is not one, or is of another form, is an empty draft. */
export function readDraft(text: string | null): Draft {
  if (text === null) return EMPTY_DRAFT;
  try {
    const stored = JSON.parse(text) as Partial<Draft> & { version?: number };
    if (stored.version !== VERSION || !Array.isArray(stored.people) || !stored.people.every(isPerson))
      return EMPTY_DRAFT;
    const { people, reason = '', saveKey = null, changedAt = null } = stored;
    return { people, reason, saveKey, changedAt };
  } catch {
    return EMPTY_DRAFT;
  }
}

function isPerson(value: unknown): value is DraftPerson {
  const person = value as Partial<DraftPerson> | null;
  return (
    typeof person?.id === 'string' &&
    isTextOrNull(person.vlUserId) &&
    typeof person.signInEmail === 'string' &&
    typeof person.displayName === 'string' &&
    typeof person.businessEmail === 'string' &&
    isTextOrNull(person.savedBusinessEmail) &&
    isTextOrNull(person.etag) &&
    Array.isArray(person.licenses) &&
    person.licenses.every(isLicense)
  );
}

function isLicense(value: unknown): value is DraftLicense {
  const license = value as Partial<DraftLicense> | null;
  return (
    typeof license?.licenseId === 'string' &&
    typeof license.name === 'string' &&
    isTextOrNull(license.inheritedFrom ?? null) &&
    [license.roles, license.held].every((roles) => Array.isArray(roles) && roles.every(isRole)) &&
    [license.periods ?? {}, license.heldPeriods ?? {}].every(arePeriods)
  );
}

function arePeriods(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(
      ([role, period]) =>
        isRole(role) && isInstantOrNull(period?.startsAt) && isInstantOrNull(period?.endsAt),
    )
  );
}

function isInstantOrNull(value: unknown): boolean {
  return value === null || (typeof value === 'string' && !Number.isNaN(Date.parse(value)));
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string';
}
