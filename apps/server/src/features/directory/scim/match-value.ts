import type { Filter, FilterValue, Operator } from './filter.ts';
import { isObject } from './read-user.ts';
import { ScimError } from './scim-error.ts';
import { type Attribute, attributeNamed } from './user-schema.ts';

/**
 * Whether one value of a multi-valued attribute passes a filter on its parts: `type eq "work"`.
 *
 * @throws ScimError invalidFilter where the filter names a part that there is not.
 */
export function matchesValue(attribute: Attribute, value: unknown, filter: Filter): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.parts.every((part) => matchesValue(attribute, value, part));
    case 'or':
      return filter.parts.some((part) => matchesValue(attribute, value, part));
    case 'not':
      return !matchesValue(attribute, value, filter.part);
    case 'some':
      throw new ScimError(400, 'invalidFilter', `${attribute.name} has no multi-valued parts.`);
    default: {
      const part = attributeNamed(attribute.subAttributes, filter.path);
      if (part === undefined) {
        throw new ScimError(
          400,
          'invalidFilter',
          `${attribute.name} has no attribute ${filter.path.slice(0, 60)}.`,
        );
      }
      const actual = isObject(value) ? (value[part.name] as FilterValue | undefined) : undefined;
      if (filter.kind === 'present') return actual !== undefined && actual !== '';
      return compare(part, actual ?? null, filter.operator, filter.value);
    }
  }
}

function compare(part: Attribute, actual: FilterValue, operator: Operator, wanted: FilterValue): boolean {
  const fold = (value: FilterValue) => {
    if (typeof value !== 'string') return value;
    if (part.type === 'boolean') return value.toLowerCase() === 'true';
    return part.caseExact ? value : value.toLowerCase();
  };
  const [one, other] = [fold(actual), fold(wanted)];
  if (operator === 'eq') return one === other;
  if (operator === 'ne') return one !== other;
  if (typeof one !== 'string' || typeof other !== 'string') return false;
  switch (operator) {
    case 'co':
      return one.includes(other);
    case 'sw':
      return one.startsWith(other);
    case 'ew':
      return one.endsWith(other);
    case 'gt':
      return one > other;
    case 'ge':
      return one >= other;
    case 'lt':
      return one < other;
    case 'le':
      return one <= other;
  }
}
