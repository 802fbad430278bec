import { type Attribute, attributeNamed, CORE, type Section, sectionOf } from './user-schema.ts';

/** An attribute that exists, and where it is. */
export interface FoundAttribute {
  readonly section: Section;
  readonly attribute: Attribute;
  readonly subAttribute: Attribute | null;
}

/**
 * Finds what a path names: `name.givenName`, with or without the URN of its schema, in any case.
 *
 * @returns `section` alone where the path is the URN of a schema; null where nothing of that name is kept.
 */
export function findAttribute(path: string): FoundAttribute | { readonly section: Section } | null {
  const whole = sectionOf(path);
  if (whole !== undefined) return { section: whole };
  const colon = path.lastIndexOf(':');
  const section = colon === -1 ? CORE : sectionOf(path.slice(0, colon));
  const [name = '', sub, ...more] = path.slice(colon + 1).split('.');
  const attribute = attributeNamed(section?.attributes, name);
  if (section === undefined || attribute === undefined || more.length > 0) return null;
  if (sub === undefined) return { section, attribute, subAttribute: null };
  const subAttribute = attributeNamed(attribute.subAttributes, sub);
  return subAttribute === undefined ? null : { section, attribute, subAttribute };
}
