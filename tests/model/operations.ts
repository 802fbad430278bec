import { INHERITING_CONTACTS, type InheritingContact } from '@muniment/contract/preferences.ts';
import { ROLES, type Role } from '@muniment/domain/roles.ts';
import fc from 'fast-check';
import type { AccountStep } from './directory-steps.ts';

/** When a role is to count: as it does now, from a far day on, until a far day, or without an end. */
export type WantedPeriod = 'as it is' | 'later' | 'for a while' | 'for good';

export interface WantedPair {
  readonly person: number;
  readonly license: number;
  readonly roles: readonly { readonly role: Role; readonly period: WantedPeriod }[];
}

/** One of those who administer something now, or of all who have registered. */
export interface Chosen {
  readonly index: number;
  readonly anybody: boolean;
}

/**
 * One step of a history. Numbers choose among what is there when the step comes, so that a history that is cut
 * shorter still is one.
 */
export type Operation =
  | { readonly step: 'set up'; readonly contact: number; readonly underAgreement: boolean }
  | { readonly step: 'register'; readonly invitation: number; readonly by: number; readonly oldLink: boolean }
  | {
      readonly step: 'assign';
      readonly by: Chosen;
      /** Also on license IDs that the actor does not administer. */
      readonly anywhere: boolean;
      readonly pairs: readonly WantedPair[];
    }
  | { readonly step: 'delete'; readonly by: Chosen; readonly person: number }
  | { readonly step: 'undo'; readonly by: Chosen; readonly change: number }
  | { readonly step: 'resend' | 'reset'; readonly by: Chosen; readonly person: number }
  | { readonly step: 'partner resends' | 'partner resets'; readonly license: number }
  | { readonly step: 'edit'; readonly by: Chosen; readonly person: number }
  | { readonly step: 'invitation expires'; readonly invitation: number }
  | { readonly step: 'a minute passes'; readonly invitation: number }
  | { readonly step: 'opt in'; readonly contact: InheritingContact; readonly on: boolean }
  | { readonly step: 'give up'; readonly person: number; readonly license: number }
  | {
      readonly step: 'agreement contact changes';
      readonly contact: InheritingContact | 'bill-to-contact';
      readonly person: number;
    }
  | { readonly step: 'license contact changes'; readonly license: number; readonly person: number }
  | { readonly step: 'systems'; readonly answers: 'accepts' | 'refuses' | null }
  | { readonly step: AccountStep; readonly person: number }
  | { readonly step: 'directory enforced' | 'directory released' }
  | { readonly step: 'a day comes'; readonly grant: number };

const index = fc.nat({ max: 11 });
const seldom = fc.nat({ max: 7 }).map((one) => one === 7);
const by: fc.Arbitrary<Chosen> = fc.record({ index, anybody: seldom });

// Administrators are rare among the roles, and what everything turns on.
const role = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Role>('administrator') },
  { weight: 4, arbitrary: fc.constantFrom(...ROLES) },
);
const period = fc.oneof(
  { weight: 4, arbitrary: fc.constant<WantedPeriod>('as it is') },
  { weight: 4, arbitrary: fc.constantFrom<WantedPeriod>('later', 'for a while', 'for a while', 'for good') },
);

const pair: fc.Arbitrary<WantedPair> = fc.record({
  person: index,
  license: index,
  roles: fc.uniqueArray(fc.record({ role, period }), { maxLength: 3, selector: (wanted) => wanted.role }),
});

function stepOf<const S extends Operation['step'], T>(
  step: S,
  fields: { [K in keyof T]: fc.Arbitrary<T[K]> },
) {
  return fc.record({ step: fc.constant(step), ...fields }) as unknown as fc.Arbitrary<Operation>;
}

const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 3, arbitrary: stepOf('set up', { contact: index, underAgreement: fc.boolean() }) },
  {
    weight: 7,
    arbitrary: stepOf('register', {
      invitation: index,
      by: fc.oneof({ weight: 2, arbitrary: fc.constant(-1) }, { weight: 1, arbitrary: index }),
      oldLink: fc.boolean(),
    }),
  },
  {
    weight: 12,
    arbitrary: stepOf('assign', {
      by,
      anywhere: seldom,
      pairs: fc.array(pair, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 2, arbitrary: stepOf('delete', { by, person: index }) },
  // The newest change is the one that most often can be.
  {
    weight: 6,
    arbitrary: stepOf('undo', {
      by,
      change: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: index }),
    }),
  },
  { weight: 1, arbitrary: stepOf('resend', { by, person: index }) },
  { weight: 1, arbitrary: stepOf('reset', { by, person: index }) },
  { weight: 1, arbitrary: stepOf('partner resends', { license: index }) },
  { weight: 1, arbitrary: stepOf('partner resets', { license: index }) },
  { weight: 1, arbitrary: stepOf('edit', { by, person: index }) },
  { weight: 1, arbitrary: stepOf('invitation expires', { invitation: index }) },
  { weight: 1, arbitrary: stepOf('a minute passes', { invitation: index }) },
  { weight: 5, arbitrary: stepOf('a day comes', { grant: index }) },
  {
    weight: 3,
    arbitrary: stepOf('opt in', {
      contact: fc.constantFrom(...INHERITING_CONTACTS),
      on: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    }),
  },
  { weight: 2, arbitrary: stepOf('give up', { person: index, license: index }) },
  {
    weight: 2,
    arbitrary: stepOf('agreement contact changes', {
      contact: fc.constantFrom(...INHERITING_CONTACTS, 'bill-to-contact' as const),
      person: index,
    }),
  },
  { weight: 2, arbitrary: stepOf('license contact changes', { license: index, person: index }) },
  { weight: 2, arbitrary: stepOf('systems', { answers: fc.constantFrom('accepts', 'refuses', null) }) },
  { weight: 3, arbitrary: stepOf('account comes', { person: index }) },
  { weight: 2, arbitrary: stepOf('account disabled', { person: index }) },
  { weight: 2, arbitrary: stepOf('account enabled', { person: index }) },
  { weight: 1, arbitrary: stepOf('account deleted', { person: index }) },
  { weight: 1, arbitrary: stepOf('directory enforced', {}) },
  { weight: 1, arbitrary: stepOf('directory released', {}) },
);

/** A history begins with two license IDs whose contacts register, so that somebody can act from the start. */
export const history: fc.Arbitrary<Operation[]> = fc
  .array(operation, { minLength: 4, maxLength: 24, size: 'max' })
  .map((steps) => [
    { step: 'set up', contact: 0, underAgreement: true },
    { step: 'register', invitation: 0, by: -1, oldLink: false },
    { step: 'set up', contact: 1, underAgreement: false },
    ...steps,
  ]);
