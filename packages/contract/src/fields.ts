import { EMAIL_MAX_LENGTH } from '@muniment/domain/email-address.ts';
import { LANGUAGES } from '@muniment/domain/languages.ts';
import { ROLES } from '@muniment/domain/roles.ts';
import { VL_USER_STATUSES } from '@muniment/domain/vl-user-status.ts';
import Type, { type TSchema } from 'typebox';

/** Strings that people type: no line breaks or other control characters, which could reach a mail header. */
const ONE_LINE = '^[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*$';

/** Only the plain form: others that the format of JSON Schema takes are none to PostgreSQL. */
export const Id = Type.String({
  pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
  description: 'UUID',
});
export const RoleId = Type.Enum([...ROLES]);
/** Not an enumeration: a role that the caller may not see is as unknown as one that does not exist. @source R9 */
export const RoleAsked = Type.String({ minLength: 1, maxLength: 64, examples: [...ROLES] });
export const LanguageId = Type.Enum([...LANGUAGES], { description: 'BCP 47' });
export const StatusId = Type.Enum([...VL_USER_STATUSES]);
export const EmailAddress = Type.String({ format: 'email-address', maxLength: EMAIL_MAX_LENGTH });
export const Name = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern: '^(?=.*\\S)[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*$',
});
export const OptionalLine = Type.String({ maxLength: 200, pattern: ONE_LINE });
/** As the publisher writes it: 4 to 20 capital letters, digits and hyphens. */
export const LicenseIdNumber = Type.String({ pattern: '^[A-Z0-9-]{4,20}$' });
/** A license ID that someone asks for: one of another form is simply not found. */
export const LicenseIdAsked = Type.String({ minLength: 1, maxLength: 64, pattern: ONE_LINE });
export const OrganizationNumber = Type.String({ pattern: '^[A-Za-z0-9-]{1,40}$' });
export const AgreementNumber = Type.String({ pattern: '^[A-Za-z0-9-]{1,40}$' });
export const Instant = Type.String({ format: 'date-time', description: 'RFC 3339, UTC' });
export const CalendarDate = Type.String({ format: 'date', pattern: '^(19|20|21)' });
export const CountryCode = Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2' });

export function orNull<S extends TSchema>(schema: S) {
  return Type.Union([schema, Type.Null()]);
}

const PAGE_LIMIT_MAX = 1_000;
export const PAGE_LIMIT_DEFAULT = 50;

/** Query fields of every list. */
export const pageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_LIMIT_MAX, default: PAGE_LIMIT_DEFAULT })),
  cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 2_000 })),
};

/** One page of a list; `nextCursor` is null on the last one. */
export function pageOf<S extends TSchema>(item: S) {
  return Type.Object({ items: Type.Array(item), nextCursor: orNull(Type.String()) });
}

/** One page of a list that also knows how many there are. */
export function countedPageOf<S extends TSchema>(item: S) {
  return Type.Object({
    items: Type.Array(item),
    nextCursor: orNull(Type.String()),
    total: Type.Integer({ description: 'How many match, over all pages.' }),
  });
}

export const strict = { additionalProperties: false } as const;
