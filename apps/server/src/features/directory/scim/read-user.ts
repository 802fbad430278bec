import { invalidValue, ScimError } from './scim-error.ts';
import {
  type Attribute,
  attributeNamed,
  CORE,
  ENTERPRISE,
  ENTERPRISE_URN,
  sectionOf,
  USER_ATTRIBUTES,
  USER_URN,
} from './user-schema.ts';

/** The attributes of a user by name, as clients may write them: userName, active, emails, … */
export type UserAttributes = Readonly<Record<string, unknown>>;

/** What a client wants an account to be. */
export interface WantedAccount {
  readonly userName: string;
  readonly externalId: string | null;
  /** undefined where the client does not say. */
  readonly active: boolean | undefined;
  /** All else, by name, in the order of the schema. */
  readonly profile: UserAttributes;
}

const TEXT_MAX_LENGTH = 2_000;
const VALUES_MAX = 100;
/** Both are found by index. */
const KEY_MAX_LENGTH = 256;

/**
 * Reads a user as a client sent it, whole. What is read-only or not kept is left out.
 *
 * @throws ScimError invalidSyntax where it is no user, invalidValue where an attribute is none of its type.
 * @source RFC 7643 4.1, RFC 7644 3.3
 */
export function readUser(body: unknown): WantedAccount {
  if (!isObject(body)) throw new ScimError(400, 'invalidSyntax', 'Send a user as a JSON object.');
  const schemas = memberNamed(body, 'schemas');
  if (!Array.isArray(schemas) || !schemas.some((one) => typeof one === 'string' && sectionOf(one) === CORE)) {
    throw new ScimError(400, 'invalidSyntax', `The attribute schemas must hold ${USER_URN}.`);
  }
  return readAttributes(body);
}

/** As {@link readUser}, of attributes by themselves. */
export function readAttributes(attributes: Readonly<Record<string, unknown>>): WantedAccount {
  const userName = asTyped(CORE.attributes, attributes, 'userName');
  if (typeof userName !== 'string' || userName.trim() === '') throw invalidValue('userName is required.');
  const externalId = asTyped(CORE.attributes, attributes, 'externalId') as string | undefined;
  for (const [name, value] of Object.entries({ userName, externalId })) {
    if ((value?.length ?? 0) > KEY_MAX_LENGTH) {
      throw invalidValue(`${name} has more than ${KEY_MAX_LENGTH} characters.`);
    }
  }
  const profile: Record<string, unknown> = {};
  for (const { name } of USER_ATTRIBUTES) {
    if (name === 'userName' || name === 'active') continue;
    const value = asTyped(CORE.attributes, attributes, name);
    if (value !== undefined) profile[name] = value;
  }
  const extension = memberNamed(attributes, ENTERPRISE_URN);
  if (isObject(extension)) {
    const kept = readMembers(ENTERPRISE.attributes, extension);
    if (Object.keys(kept).length > 0) profile[ENTERPRISE_URN] = kept;
  } else if (extension !== undefined && extension !== null) {
    throw invalidValue(`${ENTERPRISE_URN} is no object.`);
  }
  return {
    userName,
    externalId: externalId ?? null,
    active: asTyped(CORE.attributes, attributes, 'active') as boolean | undefined,
    profile,
  };
}

/**
 * Brings a value into the type of its attribute. Booleans may come as text, which Entra ID sends.
 *
 * @returns undefined where the value is none: null or an empty list.
 * @throws ScimError invalidValue.
 * @source RFC 7643 2.5
 */
export function typedValue(attribute: Attribute, value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (!attribute.multiValued) return singleValue(attribute, value);
  const list = Array.isArray(value) ? value : [value];
  if (list.length > VALUES_MAX) throw invalidValue(`${attribute.name} has more than ${VALUES_MAX} values.`);
  const typed = list.map((one) => singleValue(attribute, one)).filter((one) => one !== undefined);
  if (typed.filter((one) => (one as { primary?: boolean }).primary === true).length > 1) {
    throw invalidValue(`Of ${attribute.name} only one may be primary.`);
  }
  return typed.length === 0 ? undefined : typed;
}

/** One value of an attribute, whether it may have several or not. */
export function singleValue(attribute: Attribute, value: unknown): unknown {
  const { name, type } = attribute;
  if (type === 'complex') {
    // A bare value stands for an object with nothing else: so Entra ID sends managers, and others e-mail addresses.
    const isBare =
      typeof value === 'string' && attributeNamed(attribute.subAttributes, 'value') !== undefined;
    const object = isBare ? { value } : value;
    if (!isObject(object)) throw invalidValue(`${name} is no object.`);
    const members = readMembers(attribute.subAttributes ?? [], object);
    return Object.keys(members).length === 0 ? undefined : members;
  }
  if (type === 'boolean') {
    if (typeof value === 'boolean') return value;
    const text = typeof value === 'string' ? value.toLowerCase() : '';
    if (text === 'true' || text === 'false') return text === 'true';
    throw invalidValue(`${name} is neither true nor false.`);
  }
  if (typeof value !== 'string') throw invalidValue(`${name} is no text.`);
  if (value.length > TEXT_MAX_LENGTH)
    throw invalidValue(`${name} has more than ${TEXT_MAX_LENGTH} characters.`);
  if (!value.isWellFormed() || value.includes('\0')) throw invalidValue(`${name} is no Unicode text.`);
  return value;
}

function readMembers(
  attributes: readonly Attribute[],
  object: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  for (const { name } of attributes) {
    const value = asTyped(attributes, object, name);
    if (value !== undefined) members[name] = value;
  }
  return members;
}

function asTyped(
  attributes: readonly Attribute[],
  object: Readonly<Record<string, unknown>>,
  name: string,
): unknown {
  const attribute = attributeNamed(attributes, name);
  return attribute === undefined ? undefined : typedValue(attribute, memberNamed(object, name));
}

/** A member of an object by its name in any case. */
export function memberNamed(object: Readonly<Record<string, unknown>>, name: string): unknown {
  const lower = name.toLowerCase();
  const found = Object.keys(object).find((key) => key.toLowerCase() === lower);
  return found === undefined ? undefined : object[found];
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
