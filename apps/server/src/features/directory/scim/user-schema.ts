export const USER_URN = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const ENTERPRISE_URN = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** An attribute as /Schemas describes it. @source RFC 7643 7 */
export interface Attribute {
  readonly name: string;
  readonly type: 'string' | 'boolean' | 'dateTime' | 'reference' | 'complex';
  readonly multiValued: boolean;
  readonly description: string;
  readonly required: boolean;
  readonly caseExact: boolean;
  readonly mutability: 'readWrite' | 'readOnly';
  readonly returned: 'default' | 'always';
  readonly uniqueness: 'none' | 'server';
  readonly canonicalValues?: readonly string[];
  readonly referenceTypes?: readonly string[];
  readonly subAttributes?: readonly Attribute[];
}

function text(name: string, description: string, rest: Partial<Attribute> = {}): Attribute {
  return {
    name,
    type: 'string',
    multiValued: false,
    description,
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    ...rest,
  };
}

function complex(name: string, description: string, subAttributes: readonly Attribute[]): Attribute {
  return text(name, description, { type: 'complex', subAttributes });
}

function values(
  name: string,
  description: string,
  types: readonly string[],
  more: readonly Attribute[],
): Attribute {
  const subAttributes = [
    ...more,
    text('type', 'What it is for.', { canonicalValues: types }),
    text('primary', 'Whether it is the preferred one; true once at most.', { type: 'boolean' }),
  ];
  return text(name, description, { type: 'complex', multiValued: true, subAttributes });
}

const valueAndDisplay = (what: string) => [text('value', what), text('display', 'As people read it.')];

/** What is kept of a user, besides id, externalId and meta: nothing else is advertised, and nothing else is kept. */
export const USER_ATTRIBUTES: readonly Attribute[] = [
  text('userName', 'What the person signs in with.', { required: true, uniqueness: 'server' }),
  complex('name', 'The parts of the name.', [
    text('formatted', 'The whole name, as people read it.'),
    text('familyName', 'The last name.'),
    text('givenName', 'The first name.'),
    text('middleName', 'Middle names.'),
    text('honorificPrefix', 'A title before the name.'),
    text('honorificSuffix', 'A suffix after the name.'),
  ]),
  text('displayName', 'The name that is shown.'),
  text('nickName', 'The casual name.'),
  text('profileUrl', 'A page about the person.', {
    type: 'reference',
    referenceTypes: ['external'],
    caseExact: true,
  }),
  text('title', 'The job title.'),
  text('userType', 'How the person relates to the organization.'),
  text('preferredLanguage', 'Preferred language.'),
  text('locale', 'Locale for dates and numbers.'),
  text('timezone', 'Time zone.'),
  text('active', 'Whether the account may be used.', { type: 'boolean' }),
  values('emails', 'E-mail addresses.', ['work', 'home', 'other'], valueAndDisplay('The address.')),
  values(
    'phoneNumbers',
    'Phone numbers.',
    ['work', 'home', 'mobile', 'fax', 'pager', 'other'],
    valueAndDisplay('The number.'),
  ),
  values(
    'addresses',
    'Postal addresses.',
    ['work', 'home', 'other'],
    [
      text('formatted', 'The whole address.'),
      text('streetAddress', 'Street and house number.'),
      text('locality', 'City.'),
      text('region', 'State or region.'),
      text('postalCode', 'Postal code.'),
      text('country', 'Country.'),
    ],
  ),
];

export const ENTERPRISE_ATTRIBUTES: readonly Attribute[] = [
  text('employeeNumber', 'The number that the organization gave.'),
  text('costCenter', 'Cost center.'),
  text('organization', 'Organization.'),
  text('division', 'Division.'),
  text('department', 'Department.'),
  complex('manager', "The person's manager.", [
    text('value', "The id of the manager's account.", { caseExact: true }),
    text('$ref', "Where the manager's account is.", {
      type: 'reference',
      referenceTypes: ['User'],
      caseExact: true,
    }),
    text('displayName', "The manager's name."),
  ]),
];

const META = complex('meta', 'About the resource.', [
  text('resourceType', 'What it is.', { caseExact: true }),
  text('created', 'When it was created.', { type: 'dateTime' }),
  text('lastModified', 'When it was last changed.', { type: 'dateTime' }),
  text('location', 'Where it is.', { type: 'reference', caseExact: true }),
  text('version', 'Its version, as in the header ETag.', { caseExact: true }),
]);

/** What every resource has; these are described by the protocol, not by /Schemas. @source RFC 7643 3.1 */
const COMMON_ATTRIBUTES: readonly Attribute[] = [
  text('id', 'The id of the resource.', { caseExact: true, mutability: 'readOnly', returned: 'always' }),
  text('externalId', "The client's own id.", { caseExact: true }),
  { ...META, mutability: 'readOnly' },
  text('schemas', 'The schemas of the resource.', {
    multiValued: true,
    caseExact: true,
    mutability: 'readOnly',
    returned: 'always',
  }),
];

/** A part of a user that has attributes: the user itself, or an extension. */
export interface Section {
  /** null: the user itself; else the name of the member that holds the extension. */
  readonly member: string | null;
  readonly attributes: readonly Attribute[];
}

export const CORE: Section = { member: null, attributes: [...COMMON_ATTRIBUTES, ...USER_ATTRIBUTES] };
export const ENTERPRISE: Section = { member: ENTERPRISE_URN, attributes: ENTERPRISE_ATTRIBUTES };

/** The part that a schema's URN names, whatever its case; undefined where nothing of it is kept. */
export function sectionOf(urn: string): Section | undefined {
  const lower = urn.toLowerCase();
  if (lower === USER_URN.toLowerCase()) return CORE;
  return lower === ENTERPRISE_URN.toLowerCase() ? ENTERPRISE : undefined;
}

/** Names of attributes are the same in any case. @source RFC 7643 2.1 */
export function attributeNamed(
  attributes: readonly Attribute[] | undefined,
  name: string,
): Attribute | undefined {
  const lower = name.toLowerCase();
  return attributes?.find((one) => one.name.toLowerCase() === lower);
}
