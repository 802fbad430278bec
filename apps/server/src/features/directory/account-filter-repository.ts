import { type RawBuilder, sql } from 'kysely';
import { userNameKey } from './account.ts';
import { type FoundAttribute, findAttribute } from './scim/attribute-path.ts';
import type { Filter, FilterValue, Operator } from './scim/filter.ts';
import { ScimError } from './scim/scim-error.ts';
import { type Attribute, attributeNamed } from './scim/user-schema.ts';

type Sql<T> = RawBuilder<T>;

/**
 * The condition that a filter is, on rows of directory_account called `a`: the database filters, never the server.
 *
 * @throws ScimError invalidFilter where an attribute does not exist or does not compare so.
 * @source RFC 7644 3.4.2.2
 */
export function conditionOf(filter: Filter, base: string): Sql<boolean> {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const parts = filter.parts.map((part) => conditionOf(part, base));
      return sql<boolean>`(${sql.join(parts, filter.kind === 'and' ? sql` and ` : sql` or `)})`;
    }
    case 'not':
      return sql<boolean>`(not coalesce(${conditionOf(filter.part, base)}, false))`;
    case 'some': {
      const { attribute, section } = known(filter.path);
      if (!attribute.multiValued || attribute.subAttributes === undefined) {
        throw invalidFilter(`${filter.path} has no values with attributes.`);
      }
      return someValue(listOf(section.member, attribute), valueCondition(filter.filter, attribute));
    }
    default: {
      const found = known(filter.path);
      const { attribute, subAttribute, section } = found;
      const test = (expression: Sql<unknown>, of: Attribute) =>
        filter.kind === 'present'
          ? isPresent(expression, of)
          : compare(expression, of, filter.operator, filter.value);
      if (attribute.name === 'userName' && filter.kind === 'compare')
        return compareUserName(filter.operator, filter.value);
      if (attribute.multiValued) {
        if (attribute.name === 'schemas') throw invalidFilter('Users cannot be filtered by schemas.');
        const list = listOf(section.member, attribute);
        if (filter.kind === 'present' && subAttribute === null) {
          return sql<boolean>`coalesce(jsonb_array_length(${list}) > 0, false)`;
        }
        const part = subAttribute ?? attributeNamed(attribute.subAttributes, 'value');
        if (part === undefined) throw invalidFilter(`Say which part of ${attribute.name} is compared.`);
        return someValue(list, test(memberOf(sql`value`, part), part));
      }
      if (attribute.type === 'complex' && subAttribute === null) {
        if (filter.kind !== 'present')
          throw invalidFilter(`Say which part of ${attribute.name} is compared.`);
        return attribute.name === 'meta'
          ? sql<boolean>`true`
          : sql<boolean>`(${jsonOf(section.member, attribute)} is not null)`;
      }
      return test(expressionOf(found, base), subAttribute ?? attribute);
    }
  }
}

/** What a list is sorted by. Of several values the primary one counts, else the first. @source RFC 7644 3.4.2.3 */
export function sortExpression(found: FoundAttribute, base: string): Sql<unknown> {
  const { attribute, subAttribute, section } = found;
  if (attribute.name === 'userName') return sql`a.user_name_key`;
  if (attribute.multiValued) {
    const part =
      subAttribute ?? attributeNamed(attribute.subAttributes, 'value') ?? attribute.subAttributes?.[0];
    if (part === undefined) return sql`a.id`;
    return folded(
      sql`(
        select e.value ->> ${part.name} from jsonb_array_elements(${listOf(section.member, attribute)}) with ordinality e
        order by coalesce((e.value ->> 'primary')::boolean, false) desc, e.ordinality limit 1
      )`,
      part,
    );
  }
  const of = subAttribute ?? attribute;
  const expression = expressionOf(found, base);
  return of.type === 'string' || of.type === 'reference' ? folded(expression, of) : expression;
}

function known(path: string): FoundAttribute {
  const found = findAttribute(path);
  if (found === null || !('attribute' in found)) {
    throw invalidFilter(`There is no attribute ${path.slice(0, 200)}.`);
  }
  return found;
}

function invalidFilter(detail: string): ScimError {
  return new ScimError(400, 'invalidFilter', detail);
}

/** An attribute with one value, in its column or in the profile. */
function expressionOf({ section, attribute, subAttribute }: FoundAttribute, base: string): Sql<unknown> {
  const name = subAttribute === null ? attribute.name : `${attribute.name}.${subAttribute.name}`;
  if (section.member === null) {
    switch (name) {
      case 'id':
        return sql`a.id::text`;
      case 'externalId':
        return sql`a.external_id`;
      case 'userName':
        return sql`a.user_name`;
      case 'active':
        return sql`a.active`;
      case 'meta.resourceType':
        return sql`'User'::text`;
      case 'meta.created':
        return sql`a.created_at`;
      case 'meta.lastModified':
        return sql`a.updated_at`;
      case 'meta.location':
        return sql`(${`${base}/Users/`}::text || a.id::text)`;
      case 'meta.version':
        return sql`('W/"' || a.version::text || '"')`;
    }
  }
  const json = jsonOf(section.member, attribute);
  return subAttribute === null ? sql`(${json} #>> '{}')` : memberOf(json, subAttribute);
}

function jsonOf(member: string | null, { name }: Attribute): Sql<unknown> {
  return member === null ? sql`(a.profile -> ${name})` : sql`(a.profile -> ${member} -> ${name})`;
}

function listOf(member: string | null, attribute: Attribute): Sql<unknown> {
  const json = jsonOf(member, attribute);
  return sql`(case when jsonb_typeof(${json}) = 'array' then ${json} end)`;
}

function memberOf(json: Sql<unknown>, { name, type }: Attribute): Sql<unknown> {
  return type === 'boolean' ? sql`(${json} ->> ${name})::boolean` : sql`(${json} ->> ${name})`;
}

function someValue(list: Sql<unknown>, condition: Sql<boolean>): Sql<boolean> {
  return sql<boolean>`exists (select from jsonb_array_elements(${list}) as one (value) where ${condition})`;
}

function valueCondition(filter: Filter, attribute: Attribute): Sql<boolean> {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const parts = filter.parts.map((part) => valueCondition(part, attribute));
      return sql<boolean>`(${sql.join(parts, filter.kind === 'and' ? sql` and ` : sql` or `)})`;
    }
    case 'not':
      return sql<boolean>`(not coalesce(${valueCondition(filter.part, attribute)}, false))`;
    case 'some':
      throw invalidFilter(`${attribute.name} has no multi-valued parts.`);
    default: {
      const part = attributeNamed(attribute.subAttributes, filter.path);
      if (part === undefined)
        throw invalidFilter(`${attribute.name} has no attribute ${filter.path.slice(0, 60)}.`);
      const expression = memberOf(sql`value`, part);
      return filter.kind === 'present'
        ? isPresent(expression, part)
        : compare(expression, part, filter.operator, filter.value);
    }
  }
}

function isPresent(expression: Sql<unknown>, { type }: Attribute): Sql<boolean> {
  return type === 'string' || type === 'reference'
    ? sql<boolean>`(${expression} is not null and ${expression} <> '')`
    : sql<boolean>`(${expression} is not null)`;
}

/** User names compare by their key, which an index holds. */
function compareUserName(operator: Operator, value: FilterValue): Sql<boolean> {
  if (typeof value !== 'string') throw invalidFilter('userName compares with text.');
  const whole = operator === 'co' || operator === 'sw' || operator === 'ew' ? null : userNameKey(value);
  return compareText(
    sql`a.user_name_key`,
    operator,
    sql`${whole ?? value.normalize('NFC').toLowerCase()}::text`,
  );
}

function compare(
  expression: Sql<unknown>,
  attribute: Attribute,
  operator: Operator,
  value: FilterValue,
): Sql<boolean> {
  if (value === null) {
    if (operator === 'eq') return sql<boolean>`(${expression} is null)`;
    if (operator === 'ne') return sql<boolean>`(${expression} is not null)`;
    throw invalidFilter('null compares by eq and ne alone.');
  }
  switch (attribute.type) {
    case 'boolean':
      return compareBoolean(expression, attribute, operator, value);
    case 'dateTime':
      return compareInstant(expression, attribute, operator, value);
    case 'complex':
      throw invalidFilter(`Say which part of ${attribute.name} is compared.`);
    default:
      if (typeof value !== 'string') throw invalidFilter(`${attribute.name} compares with text.`);
      if (value.includes('\0') || !value.isWellFormed()) throw invalidFilter('A value is no Unicode text.');
      return compareText(folded(expression, attribute), operator, folded(sql`${value}::text`, attribute));
  }
}

function compareBoolean(
  expression: Sql<unknown>,
  { name }: Attribute,
  operator: Operator,
  value: FilterValue,
): Sql<boolean> {
  const text = `${value}`.toLowerCase();
  if (text !== 'true' && text !== 'false') throw invalidFilter(`${name} compares with true and false.`);
  if (operator === 'eq')
    return sql<boolean>`(${expression} is not distinct from ${text === 'true'}::boolean)`;
  if (operator === 'ne') return sql<boolean>`(${expression} is distinct from ${text === 'true'}::boolean)`;
  throw invalidFilter(`${name} compares by eq and ne alone.`);
}

const ORDER = { gt: sql`>`, ge: sql`>=`, lt: sql`<`, le: sql`<=` } as const;

function compareInstant(
  expression: Sql<unknown>,
  { name }: Attribute,
  operator: Operator,
  value: FilterValue,
): Sql<boolean> {
  const at = typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw invalidFilter(`${name} compares with a date and time.`);
  const instant = sql`${new Date(at)}::timestamptz`;
  if (operator === 'eq') return sql<boolean>`(${expression} = ${instant})`;
  if (operator === 'ne') return sql<boolean>`(${expression} <> ${instant})`;
  if (operator in ORDER)
    return sql<boolean>`(${expression} ${ORDER[operator as keyof typeof ORDER]} ${instant})`;
  throw invalidFilter(`${name} does not compare by ${operator}.`);
}

function folded(expression: Sql<unknown>, { caseExact }: Attribute): Sql<unknown> {
  return caseExact ? expression : sql`lower(${expression} collate "und-x-icu")`;
}

function compareText(actual: Sql<unknown>, operator: Operator, wanted: Sql<unknown>): Sql<boolean> {
  switch (operator) {
    case 'eq':
      return sql<boolean>`(${actual} = ${wanted})`;
    case 'ne':
      return sql<boolean>`(${actual} is distinct from ${wanted})`;
    case 'co':
      return sql<boolean>`(strpos(${actual}, ${wanted}) > 0)`;
    case 'sw':
      return sql<boolean>`starts_with(${actual}, ${wanted})`;
    case 'ew':
      return sql<boolean>`(right(${actual}, length(${wanted})) = ${wanted})`;
    default:
      return sql<boolean>`((${actual}) collate "C" ${ORDER[operator]} (${wanted}) collate "C")`;
  }
}
