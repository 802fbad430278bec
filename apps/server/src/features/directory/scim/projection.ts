import { findAttribute } from './attribute-path.ts';
import { isObject } from './read-user.ts';

type Members = Readonly<Record<string, unknown>>;

/** Which attributes an answer is to hold. @source RFC 7644 3.9 */
export interface Projection {
  readonly attributes: readonly string[];
  readonly excludedAttributes: readonly string[];
}

/** What a request asks for, as text (separated by commas) or as a list. */
export function readProjection(attributes: unknown, excludedAttributes: unknown): Projection {
  return { attributes: namesOf(attributes), excludedAttributes: namesOf(excludedAttributes) };
}

/** Leaves out of a resource what was not asked for. `id` and `schemas` are always there. */
export function project(resource: Members, { attributes, excludedAttributes }: Projection): Members {
  if (attributes.length > 0) {
    const wanted: Record<string, unknown> = {};
    for (const path of ['schemas', 'id', ...attributes]) copy(resource, wanted, path);
    // In the order of the resource, whatever was asked for first.
    return Object.fromEntries(
      Object.keys(resource).flatMap((name) => (name in wanted ? [[name, wanted[name]]] : [])),
    );
  }
  return excludedAttributes.reduce(without, resource);
}

function copy(resource: Members, wanted: Record<string, unknown>, path: string): void {
  const found = findAttribute(path);
  if (found === null) return;
  const { member } = found.section;
  if (!('attribute' in found)) {
    if (member === null) Object.assign(wanted, resource);
    else if (member in resource) wanted[member] = resource[member];
    return;
  }
  const from = member === null ? resource : resource[member];
  const to = member === null ? wanted : ((wanted[member] ?? {}) as Record<string, unknown>);
  const { name } = found.attribute;
  const value = isObject(from) ? from[name] : undefined;
  if (value !== undefined) {
    const sub = found.subAttribute?.name;
    to[name] =
      sub === undefined
        ? value
        : merged(
            to[name],
            mapValues(value, (one) => pick(one, sub)),
          );
  }
  if (member !== null && Object.keys(to).length > 0) wanted[member] = to;
}

function without(resource: Members, path: string): Members {
  const found = findAttribute(path);
  if (found === null) return resource;
  const { member } = found.section;
  if (!('attribute' in found)) return member === null ? resource : omit(resource, member);
  const { attribute, subAttribute } = found;
  if (attribute.returned === 'always') return resource;
  if (member !== null) {
    const extension = resource[member];
    return isObject(extension)
      ? { ...resource, [member]: withoutAttribute(extension, attribute.name, subAttribute?.name) }
      : resource;
  }
  return withoutAttribute(resource, attribute.name, subAttribute?.name);
}

function withoutAttribute(holder: Members, name: string, sub: string | undefined): Members {
  if (sub === undefined) return omit(holder, name);
  return name in holder ? { ...holder, [name]: mapValues(holder[name], (one) => omit(one, sub)) } : holder;
}

function mapValues(value: unknown, change: (one: Members) => Members): unknown {
  return Array.isArray(value) ? value.map((one) => change(one as Members)) : change(value as Members);
}

function pick(members: Members, name: string): Members {
  return name in members ? { [name]: members[name] } : {};
}

function omit(members: Members, name: string): Members {
  const { [name]: _, ...rest } = members;
  return rest;
}

/** Two parts of the same attribute were asked for. */
function merged(before: unknown, more: unknown): unknown {
  if (before === undefined) return more;
  if (Array.isArray(before) && Array.isArray(more)) {
    return before.map((one, index) => ({ ...(one as Members), ...(more[index] as Members) }));
  }
  return { ...(before as Members), ...(more as Members) };
}

function namesOf(asked: unknown): string[] {
  const list = Array.isArray(asked) ? asked : [asked];
  return list
    .flatMap((one) => (typeof one === 'string' ? one.split(',') : []))
    .map((name) => name.trim())
    .filter(Boolean)
    .slice(0, 100);
}
