import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import { connectDirectory, type Directory, ENTERPRISE, newUserName, USER } from './scim-client.ts';

let muniment: Muniment;
let directory: Directory;
beforeAll(async () => {
  muniment = await startMuniment();
  const organization = await (await muniment.newPartner()).organization();
  directory = await connectDirectory(muniment, organization.number);
});
afterAll(() => muniment.stop());

const attribute = fc.constantFrom(
  ...['userName', 'externalId', 'id', 'name', 'name.givenName', 'title', 'active', 'schemas', 'profileUrl'],
  ...['emails', 'emails.value', 'emails.primary', 'phoneNumbers', 'addresses', 'addresses.country'],
  ...['meta', 'meta.created', 'meta.lastModified', 'meta.version', 'meta.location', 'meta.resourceType'],
  ...[USER, `${USER}:name.familyName`, ENTERPRISE, `${ENTERPRISE}:manager`, `${ENTERPRISE}:manager.value`],
  ...['constructor', '__proto__', 'urn:none:x', 'nothing.at.all'],
);
const operator = fc.constantFrom('eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le');
const literal = fc.constantFrom(
  ...[
    '"x"',
    '""',
    'true',
    '"False"',
    'null',
    '5',
    '-1.5e3',
    '"%_"',
    '"\\u0041\\n"',
    '"\\ud800"',
    '"\\u0000"',
  ],
  ...['"2024-01-01T00:00:00Z"', '"2024-13-45"', '"0000-01-01"', '"275760-09-13T00:00:00.001Z"'],
);
const part = fc.constantFrom('value', 'type', 'primary', 'country', 'nothing');
const { filter } = fc.letrec<{ filter: string }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3 },
    fc.tuple(attribute, operator, literal).map((words) => words.join(' ')),
    attribute.map((path) => `${path} pr`),
    fc.tuple(attribute, part, operator, literal).map(([path, ...rest]) => `${path}[${rest.join(' ')}]`),
    fc
      .tuple(tie('filter'), fc.constantFrom('and', 'or'), tie('filter'))
      .map((words) => `(${words.join(' ')})`),
    tie('filter').map((inner) => `not (${inner})`),
  ),
}));
const value = fc.oneof(
  fc.constantFrom<unknown>('x', '', null, true, 'True', 5, {}, [], [null], [[]], ['x'], { a: { b: 1 } }),
  fc.constantFrom<unknown>([{ value: 'z@z.example' }], { value: 'q', primary: true }, { givenName: 'z' }),
);
const path = fc.oneof(
  attribute,
  fc
    .tuple(attribute, filter, fc.constantFrom('', '.value', '.type', '.nothing'))
    .map(([a, b, c]) => `${a}[${b}]${c}`),
);
const operation = fc.record({ op: fc.constantFrom('add', 'Replace', 'remove'), path, value });

test('whatever is asked for or changed, the answer is 200 or a refusal that says why', {
  timeout: 120_000,
}, async () => {
  const { id } = await directory.create(newUserName(), {
    name: { givenName: 'Ada' },
    emails: [{ value: 'ada@work.example', type: 'work', primary: true }, { value: 'ada@home.example' }],
  });
  const request = fc.record({
    filter,
    sortBy: attribute,
    sortOrder: fc.constantFrom('ascending', 'descending'),
    attributes: attribute,
  });
  await fc.assert(
    fc.asyncProperty(request, operation, attribute, async (list, change, excluded) => {
      const answers = [
        await directory.send('GET', `/Users?${new URLSearchParams(list)}`),
        await directory.send(
          'GET',
          `/Users?${new URLSearchParams({ sortBy: list.sortBy, attributes: excluded })}`,
        ),
        await directory.patch(id, change),
        await directory.send('GET', `/Users/${id}?${new URLSearchParams({ excludedAttributes: excluded })}`),
      ];
      for (const { status, body } of answers) {
        if (status !== 200) expect([status, typeof body.scimType]).toEqual([400, 'string']);
      }
      const [, , , read] = answers;
      expect(read?.body).toMatchObject({ id, schemas: expect.arrayContaining([USER]) });
    }),
    { numRuns: 100 },
  );
});
