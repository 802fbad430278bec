import Type from 'typebox';
import { Id, LicenseIdAsked, OptionalLine, RoleId, StatusId, strict } from './fields.ts';

/** As many people one selection may hold. */
export const PEOPLE_MAX = 10_000;

/** As many license IDs one filter may name. */
const FILTER_LICENSES_MAX = 200;

/**
 * Who of the people whom the caller sees is meant: the filter of Manage Assignments. Its list, export, saved views and
 * bulk changes read it alike. `q` is looked for in name, sign-in and business e-mail. What is left out does not narrow;
 * of several values of one field any will do.
 */
export const PeopleFilter = Type.Object(
  {
    status: Type.Optional(Type.Array(StatusId, { maxItems: 10 })),
    role: Type.Optional(Type.Array(RoleId, { maxItems: 10 })),
    licenseId: Type.Optional(Type.Array(LicenseIdAsked, { maxItems: FILTER_LICENSES_MAX })),
    q: Type.Optional(OptionalLine),
  },
  strict,
);
export type PeopleFilter = Type.Static<typeof PeopleFilter>;

/** {@link PeopleFilter} in a URL, where a field that is repeated is a list. */
export const peopleFilterQuery = {
  status: Type.Optional(Type.Union([StatusId, Type.Array(StatusId)], { description: 'One, or several.' })),
  role: Type.Optional(Type.Union([RoleId, Type.Array(RoleId)], { description: 'Any of these.' })),
  licenseId: Type.Optional(
    Type.Union([LicenseIdAsked, Type.Array(LicenseIdAsked, { maxItems: FILTER_LICENSES_MAX })], {
      description: 'Holds something on any of these.',
    }),
  ),
  q: Type.Optional(OptionalLine),
};

/** The people whom a bulk change is about: named one by one, or all who match a filter when it is made. */
export const PeopleSelection = Type.Union([
  Type.Object({ vlUserIds: Type.Array(Id, { minItems: 1, maxItems: PEOPLE_MAX }) }, strict),
  Type.Object({ matching: PeopleFilter }, strict),
]);
export type PeopleSelection = Type.Static<typeof PeopleSelection>;
