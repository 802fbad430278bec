import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import {
  connectDirectory,
  type Directory,
  ENTERPRISE,
  newUserName,
  type Operation,
  USER,
} from './scim-client.ts';

let muniment: Muniment;
let directory: Directory;
beforeAll(async () => {
  muniment = await startMuniment();
  const organization = await (await muniment.newPartner()).organization();
  directory = await connectDirectory(muniment, organization.number);
});
afterAll(() => muniment.stop());

const START = {
  displayName: 'Ada',
  title: 'Analyst',
  name: { givenName: 'Ada', familyName: 'Byron' },
  emails: [
    { value: 'ada@work.example', type: 'work', primary: true },
    { value: 'ada@home.example', type: 'home' },
  ],
  [ENTERPRISE]: { department: 'Engines' },
};

/** What an account is after operations on it; `meta`, `id` and `schemas` left out. */
async function patched(...operations: Operation[]) {
  const { id, userName } = await directory.create(newUserName(), START);
  const answer = await directory.patch(id, ...operations);
  if (answer.status !== 200) return `${answer.status} ${answer.body.scimType}`;
  expect((await directory.send('GET', `/Users/${id}`)).body).toEqual(answer.body);
  expect(answer.headers.get('etag')).toBe(answer.body.meta.version);
  const { meta: _meta, id: _id, schemas: _schemas, ...attributes } = answer.body;
  return { ...attributes, userName: attributes.userName === userName ? undefined : attributes.userName };
}

describe('B9 PATCH', () => {
  test.each<[string, Operation[], Record<string, unknown>]>([
    ['replaces by a path', [{ op: 'replace', path: 'title', value: 'Countess' }], { title: 'Countess' }],
    ['takes an op in any case', [{ op: 'Replace', path: 'TITLE', value: 'Countess' }], { title: 'Countess' }],
    [
      'takes activity as the text False',
      [{ op: 'Replace', path: 'active', value: 'False' }],
      { active: false },
    ],
    ['takes activity as false', [{ op: 'replace', path: 'active', value: false }], { active: false }],
    ['takes activity without a path', [{ op: 'Replace', value: { active: 'False' } }], { active: false }],
    [
      'takes a part of the name',
      [{ op: 'Add', path: 'name.givenName', value: 'Augusta' }],
      { name: { givenName: 'Augusta', familyName: 'Byron' } },
    ],
    [
      'merges a complex value into the one that is there',
      [{ op: 'replace', path: 'name', value: { givenName: 'Augusta' } }],
      { name: { givenName: 'Augusta', familyName: 'Byron' } },
    ],
    [
      'takes paths as names of an object without a path',
      [
        {
          op: 'Add',
          value: {
            'name.givenName': 'Augusta',
            'emails[type eq "work"].value': 'augusta@work.example',
            [`${ENTERPRISE}:department`]: 'Poetry',
            displayName: 'Augusta',
            favouriteColour: 'blue',
            id: 'mine',
          },
        },
      ],
      {
        displayName: 'Augusta',
        name: { givenName: 'Augusta', familyName: 'Byron' },
        emails: [
          { value: 'augusta@work.example', type: 'work', primary: true },
          { value: 'ada@home.example', type: 'home' },
        ],
        [ENTERPRISE]: { department: 'Poetry' },
      },
    ],
    [
      'changes a value that passes a filter',
      [{ op: 'Replace', path: 'emails[type eq "home"].value', value: 'new@home.example' }],
      { emails: [START.emails[0], { value: 'new@home.example', type: 'home' }] },
    ],
    [
      'adds a value that a filter describes and that is not there',
      [{ op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '+44 7700 900000' }],
      { phoneNumbers: [{ value: '+44 7700 900000', type: 'mobile' }] },
    ],
    [
      'lets one value be primary: the one that was set last',
      [{ op: 'add', path: 'emails', value: { value: 'third@x.example', primary: true } }],
      {
        emails: [
          { ...START.emails[0], primary: false },
          START.emails[1],
          { value: 'third@x.example', primary: true },
        ],
      },
    ],
    [
      'makes another value primary by a filter',
      [{ op: 'replace', path: 'emails[type eq "home"].primary', value: 'True' }],
      {
        emails: [
          { ...START.emails[0], primary: false },
          { ...START.emails[1], primary: true },
        ],
      },
    ],
    ['adds no value twice', [{ op: 'add', path: 'emails', value: [START.emails[1]] }], {}],
    [
      'replaces all values',
      [{ op: 'replace', path: 'emails', value: [{ value: 'only@x.example' }] }],
      { emails: [{ value: 'only@x.example' }] },
    ],
    ['removes an attribute', [{ op: 'Remove', path: 'title' }], { title: undefined }],
    ['removes a part', [{ op: 'remove', path: 'name.givenName' }], { name: { familyName: 'Byron' } }],
    [
      'removes a value by a filter',
      [{ op: 'remove', path: 'emails[value ew "@home.example"]' }],
      { emails: [START.emails[0]] },
    ],
    [
      'removes a value that is named',
      [{ op: 'Remove', path: 'emails', value: [{ value: 'ADA@home.example' }] }],
      { emails: [START.emails[0]] },
    ],
    ['removes all values', [{ op: 'remove', path: 'emails' }], { emails: undefined }],
    [
      'removes by replacing with nothing',
      [{ op: 'replace', path: 'title', value: null }],
      { title: undefined },
    ],
    [
      'takes the URN of an extension',
      [{ op: 'Add', path: `${ENTERPRISE}:manager`, value: 'the-id' }],
      { [ENTERPRISE]: { department: 'Engines', manager: { value: 'the-id' } } },
    ],
    [
      'takes an extension as a whole',
      [{ op: 'replace', value: { [ENTERPRISE]: { costCenter: '7' } } }],
      { [ENTERPRISE]: { department: 'Engines', costCenter: '7' } },
    ],
    ['removes an extension', [{ op: 'remove', path: ENTERPRISE }], { [ENTERPRISE]: undefined }],
    ['takes the URN of the user', [{ op: 'replace', path: `${USER}:title`, value: 'X' }], { title: 'X' }],
    [
      'keeps externalId as it is',
      [{ op: 'add', path: 'externalId', value: ' 0x1F ' }],
      { externalId: ' 0x1F ' },
    ],
    [
      'applies operations in their order',
      [
        { op: 'replace', path: 'title', value: 'One' },
        { op: 'remove', path: 'title' },
        { op: 'add', path: 'title', value: 'Two' },
      ],
      { title: 'Two' },
    ],
  ])('%s', async (_what, operations, changed) => {
    const expected: Record<string, unknown> = { active: true, ...START, ...changed };
    expect(await patched(...operations)).toEqual(expected);
  });

  test.each<[string, Operation, string]>([
    ['a path that does not exist', { op: 'replace', path: 'nothing', value: 'x' }, 'noTarget'],
    ['a part that does not exist', { op: 'replace', path: 'name.nothing', value: 'x' }, 'noTarget'],
    ['a path of an unknown extension', { op: 'add', path: 'urn:x:y:User:z', value: 'x' }, 'noTarget'],
    [
      'a filter that nothing passes',
      { op: 'replace', path: 'emails[type eq "other"].value', value: 'x' },
      'noTarget',
    ],
    ['a filter that nothing passes', { op: 'remove', path: 'emails[type eq "other"]' }, 'noTarget'],
    [
      'a filter that describes no value',
      { op: 'add', path: 'emails[type sw "z"].value', value: 'x' },
      'noTarget',
    ],
    [
      'a filter on one value',
      { op: 'add', path: 'name[givenName eq "Ada"].familyName', value: 'x' },
      'noTarget',
    ],
    [
      'a filter on an unknown part',
      { op: 'replace', path: 'emails[nothing eq 1].value', value: 'x' },
      'invalidFilter',
    ],
    ['a malformed path', { op: 'replace', path: 'emails[type eq', value: 'x' }, 'invalidPath'],
    ['a malformed path', { op: 'replace', path: '[]', value: 'x' }, 'invalidPath'],
    ['nothing to remove', { op: 'remove' }, 'noTarget'],
    ['id', { op: 'replace', path: 'id', value: 'x' }, 'mutability'],
    ['meta', { op: 'replace', path: 'meta.version', value: 'x' }, 'mutability'],
    ['the user name to remove', { op: 'remove', path: 'userName' }, 'mutability'],
    ['no value to add', { op: 'add', path: 'title' }, 'invalidValue'],
    ['a value of another type', { op: 'replace', path: 'active', value: 'perhaps' }, 'invalidValue'],
    ['a value of another type', { op: 'replace', path: 'title', value: { x: 1 } }, 'invalidValue'],
    ['no object without a path', { op: 'replace', value: 'x' }, 'invalidValue'],
    ['an unknown op', { op: 'move', path: 'title', value: 'x' }, 'invalidSyntax'],
    ['a prototype', { op: 'add', path: '__proto__.x', value: 'x' }, 'invalidPath'],
    ['a constructor', { op: 'add', path: 'constructor.prototype', value: 'x' }, 'noTarget'],
  ])('%s is refused: %j', async (_what, operation, scimType) => {
    expect(await patched(operation)).toBe(`400 ${scimType}`);
  });

  test('of several operations one that is refused undoes all', async () => {
    const { id } = await directory.create(newUserName(), START);
    const answer = await directory.patch(
      id,
      { op: 'replace', path: 'title', value: 'Changed' },
      { op: 'replace', path: 'nothing', value: 'x' },
    );
    expect(answer.status).toBe(400);
    expect((await directory.send('GET', `/Users/${id}`)).body).toMatchObject({
      title: 'Analyst',
      meta: { version: 'W/"1"' },
    });
  });

  test('what is no PATCH is refused', async () => {
    const { id } = await directory.create(newUserName());
    const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
    for (const body of [
      { Operations: [{ op: 'remove', path: 'title' }] },
      { schemas: [PATCH] },
      { schemas: [PATCH], Operations: [] },
      { schemas: [PATCH], Operations: ['x'] },
      { schemas: [PATCH], Operations: [{ path: 'title', value: 'x' }] },
    ]) {
      expect(await directory.send('PATCH', `/Users/${id}`, body)).toMatchObject({
        status: 400,
        body: { scimType: 'invalidSyntax' },
      });
    }
    const many = Array(201).fill({ op: 'add', path: 'title', value: 'x' });
    expect(
      (await directory.send('PATCH', `/Users/${id}`, { schemas: [PATCH], Operations: many })).status,
    ).toBe(400);
  });
});
