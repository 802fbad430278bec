import { findAttribute } from './attribute-path.ts';
import { type Filter, parsePatchPath } from './filter.ts';
import { matchesValue } from './match-value.ts';
import { isObject, memberNamed, singleValue, typedValue, type UserAttributes } from './read-user.ts';
import { invalidValue, ScimError } from './scim-error.ts';
import { type Attribute, attributeNamed, type Section } from './user-schema.ts';

const PATCH_URN = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const OPERATIONS_MAX = 200;

type Verb = 'add' | 'replace' | 'remove';
type Members = Record<string, unknown>;

/** Where an operation works. */
interface Target {
  readonly section: Section;
  readonly attribute: Attribute;
  readonly subAttribute: Attribute | null;
  readonly filter: Filter | null;
}

/**
 * Applies the operations of a PATCH, in their order, to the attributes of a user.
 *
 * An operation without a path applies each member of its value; a member may itself be a path, which Entra ID sends
 * (`"name.givenName"`), and one that is not kept is left out, as in POST and PUT. A path that names nothing is refused.
 *
 * @returns Attributes to be read as a whole. What was given stays as it is.
 * @throws ScimError invalidSyntax, invalidPath, noTarget, mutability, invalidValue.
 * @source RFC 7644 3.5.2
 */
export function applyPatch(attributes: UserAttributes, body: unknown): UserAttributes {
  const patched = structuredClone(attributes) as Members;
  for (const operation of operationsOf(body)) {
    if (!isObject(operation)) throw new ScimError(400, 'invalidSyntax', 'An operation is no object.');
    const verb = verbOf(memberNamed(operation, 'op'));
    const path = memberNamed(operation, 'path');
    const value = memberNamed(operation, 'value');
    if (verb !== 'remove' && value === undefined) {
      throw invalidValue(`An operation that is to ${verb} something needs a value.`);
    }
    if (path === undefined || path === null || path === '') applyMembers(patched, verb, value);
    else if (typeof path === 'string') applyAt(patched, verb, path, value, 'asked');
    else throw new ScimError(400, 'invalidPath', 'A path is no text.');
  }
  return patched;
}

function operationsOf(body: unknown): readonly unknown[] {
  const schemas = isObject(body) ? memberNamed(body, 'schemas') : undefined;
  if (!isObject(body) || !Array.isArray(schemas) || !schemas.includes(PATCH_URN)) {
    throw new ScimError(400, 'invalidSyntax', `The attribute schemas must hold ${PATCH_URN}.`);
  }
  const operations = memberNamed(body, 'Operations');
  if (!Array.isArray(operations) || operations.length === 0) {
    throw new ScimError(400, 'invalidSyntax', 'Operations must be a list with at least one operation.');
  }
  if (operations.length > OPERATIONS_MAX) {
    throw invalidValue(`More than ${OPERATIONS_MAX} operations in one request.`);
  }
  return operations;
}

function verbOf(op: unknown): Verb {
  const verb = typeof op === 'string' ? op.toLowerCase() : '';
  if (verb === 'add' || verb === 'replace' || verb === 'remove') return verb;
  throw new ScimError(400, 'invalidSyntax', 'The op of an operation is none of add, replace and remove.');
}

function applyMembers(patched: Members, verb: Verb, value: unknown): void {
  if (verb === 'remove') throw new ScimError(400, 'noTarget', 'An operation that is to remove needs a path.');
  if (!isObject(value)) throw invalidValue('Without a path the value must be an object.');
  for (const [path, member] of Object.entries(value)) applyAt(patched, verb, path, member, 'member');
}

function applyAt(patched: Members, verb: Verb, path: string, value: unknown, how: 'asked' | 'member'): void {
  const { attribute: named, filter, subAttribute: afterFilter } = parsePatchPath(path);
  const found = findAttribute(afterFilter === null ? named : `${named}.${afterFilter}`);
  if (found === null || (filter !== null && !('attribute' in found && found.attribute.multiValued))) {
    if (how === 'member') return;
    throw new ScimError(400, 'noTarget', `There is no attribute ${path.slice(0, 200)}.`);
  }
  if (!('attribute' in found)) {
    applySection(patched, verb, found.section, value);
    return;
  }
  if (found.attribute.mutability === 'readOnly') {
    if (how === 'member') return;
    throw new ScimError(400, 'mutability', `${found.attribute.name} is read-only.`);
  }
  const holder = holderOf(patched, found.section);
  applyToHolder(holder, verb, { ...found, filter }, value);
}

/** The path is the URN of a schema: all of its attributes. */
function applySection(patched: Members, verb: Verb, section: Section, value: unknown): void {
  if (verb === 'remove') {
    if (section.member === null) throw new ScimError(400, 'mutability', 'A user cannot be removed by PATCH.');
    delete patched[section.member];
    return;
  }
  if (!isObject(value)) throw invalidValue('The value of a schema must be an object.');
  const prefix = section.member === null ? '' : `${section.member}:`;
  for (const [name, member] of Object.entries(value)) applyAt(patched, verb, prefix + name, member, 'member');
}

function holderOf(patched: Members, { member }: Section): Members {
  if (member === null) return patched;
  const existing = patched[member];
  if (isObject(existing)) return existing;
  const made: Members = {};
  patched[member] = made;
  return made;
}

function applyToHolder(holder: Members, verb: Verb, target: Target, value: unknown): void {
  const { attribute, subAttribute } = target;
  if (attribute.multiValued) {
    const values = applyToValues(
      (holder[attribute.name] as unknown[] | undefined) ?? [],
      verb,
      target,
      value,
    );
    if (values.length === 0) delete holder[attribute.name];
    else holder[attribute.name] = values;
    return;
  }
  if (subAttribute === null) {
    setMember(holder, verb, attribute, value);
    return;
  }
  const complex = isObject(holder[attribute.name]) ? (holder[attribute.name] as Members) : {};
  setMember(complex, verb, subAttribute, value);
  if (Object.keys(complex).length === 0) delete holder[attribute.name];
  else holder[attribute.name] = complex;
}

/** Sets or removes an attribute that has one value. */
function setMember(holder: Members, verb: Verb, attribute: Attribute, value: unknown): void {
  const { name, required } = attribute;
  const typed = verb === 'remove' ? undefined : typedValue(attribute, value);
  if (typed === undefined) {
    if (required) throw new ScimError(400, 'mutability', `${name} is required and cannot be removed.`);
    delete holder[name];
  } else if (isObject(typed) && isObject(holder[name])) {
    holder[name] = { ...(holder[name] as Members), ...typed };
  } else holder[name] = typed;
}

function applyToValues(values: readonly unknown[], verb: Verb, target: Target, value: unknown): unknown[] {
  const { attribute, subAttribute, filter } = target;
  if (filter === null && subAttribute === null) {
    if (verb === 'remove') return withoutValues(attribute, values, value);
    const given = (typedValue(attribute, value) as unknown[] | undefined) ?? [];
    return verb === 'replace' ? given : withValues(values, given);
  }
  const isTarget = (one: unknown) => filter === null || matchesValue(attribute, one, filter);
  if (!values.some(isTarget)) {
    if (verb === 'add') return withValues(values, [valueThatMatches(target, value)]);
    throw new ScimError(400, 'noTarget', `No value of ${attribute.name} passes the filter.`);
  }
  if (verb === 'remove' && subAttribute === null) return values.filter((one) => !isTarget(one));
  const changed = new Set<unknown>();
  const result = values.flatMap((one) => {
    if (!isTarget(one)) return [one];
    const members = { ...(one as Members) };
    if (subAttribute === null) Object.assign(members, singleValue(attribute, value));
    else setMember(members, verb, subAttribute, value);
    changed.add(members);
    return Object.keys(members).length === 0 ? [] : [members];
  });
  return onePrimary(result, changed);
}

/** What an `add` to a value that is not there makes: the value that its filter describes. */
function valueThatMatches({ attribute, subAttribute, filter }: Target, value: unknown): unknown {
  const described = Object.fromEntries(filter === null ? [] : equalities(filter));
  const members = subAttribute === null ? value : { [subAttribute.name]: value };
  const made = singleValue(
    attribute,
    isObject(members) ? { ...described, ...members } : { ...described, value: members },
  );
  if (made === undefined || (filter !== null && !matchesValue(attribute, made, filter))) {
    throw new ScimError(400, 'noTarget', `No value of ${attribute.name} passes the filter.`);
  }
  return made;
}

function equalities(filter: Filter): [string, unknown][] {
  if (filter.kind === 'and') return filter.parts.flatMap(equalities);
  return filter.kind === 'compare' && filter.operator === 'eq' ? [[filter.path, filter.value]] : [];
}

function withValues(values: readonly unknown[], added: readonly unknown[]): unknown[] {
  const known = new Set(values.map((one) => JSON.stringify(one)));
  const fresh = added.filter((one) => !known.has(JSON.stringify(one)));
  return onePrimary([...values, ...fresh], new Set(fresh));
}

/** Of several values that would be primary, the one that was set last is. @source RFC 7644 3.5.2 */
function onePrimary(values: readonly unknown[], set: ReadonlySet<unknown>): unknown[] {
  const isPrimary = (one: unknown) => (one as Members).primary === true;
  if (![...set].some(isPrimary)) return [...values];
  return values.map((one) =>
    isPrimary(one) && !set.has(one) ? { ...(one as Members), primary: false } : one,
  );
}

/** Without a value all go; with one, those that have all of its parts. */
function withoutValues(attribute: Attribute, values: readonly unknown[], value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  const gone = (typedValue(attribute, value) as unknown[] | undefined) ?? [];
  return values.filter(
    (one) =>
      !gone.some((wanted) =>
        Object.entries(wanted as Members).every(([name, part]) => {
          const isText = attributeNamed(attribute.subAttributes, name)?.type !== 'boolean';
          const actual = (one as Members)[name];
          return isText ? `${actual}`.toLowerCase() === `${part}`.toLowerCase() : actual === part;
        }),
      ),
  );
}
