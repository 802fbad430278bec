import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import { connectDirectory, type Directory, ENTERPRISE, USER } from './scim-client.ts';

let muniment: Muniment;
let directory: Directory;
let ids: Record<string, string>;
beforeAll(async () => {
  muniment = await startMuniment();
  const partner = await muniment.newPartner();
  directory = await connectDirectory(muniment, (await partner.organization()).number);
  const elsewhere = await connectDirectory(muniment, (await partner.organization()).number);
  await elsewhere.create('anna@lists.example', { externalId: 'EXT-a', title: 'Engineer' });
  const people = [
    {
      userName: 'Anna@lists.example',
      externalId: 'EXT-a',
      displayName: 'Anna Ångström',
      title: 'Engineer',
      name: { givenName: 'Anna', familyName: 'Ångström' },
      emails: [
        { value: 'anna@work.example', type: 'work', primary: true },
        { value: 'anna@home.example', type: 'home' },
      ],
      [ENTERPRISE]: { department: 'R&D' },
    },
    {
      userName: 'bob@lists.example',
      externalId: 'ext-A',
      displayName: 'Bob "Bobby" O\'Hara',
      active: false,
      name: { givenName: 'Bob' },
      emails: [{ value: 'bob@work.example', type: 'work' }],
    },
    { userName: 'cleo@lists.example', title: 'engineer of 100%_\\ things' },
    { userName: 'dora', displayName: 'Émile Dora', emails: [{ value: 'dora@home.example', type: 'home' }] },
  ];
  ids = {};
  for (const { userName, ...more } of people) {
    const { id } = await directory.create(userName, more);
    ids[userName.charAt(0).toLowerCase()] = id;
  }
});
afterAll(() => muniment.stop());

async function found(filter: string): Promise<string> {
  const answer = await directory.find(filter);
  if (answer.status !== 200) return `${answer.status} ${answer.body.scimType}`;
  const letters = answer.body.Resources.map(
    ({ id }: { id: string }) => Object.entries(ids).find(([, one]) => one === id)?.[0] ?? '?',
  );
  expect(answer.body.totalResults).toBe(letters.length);
  return letters.join('');
}

describe('a filter', () => {
  test.each([
    ['userName eq "anna@LISTS.example"', 'a'],
    ['USERNAME Eq "bob@lists.example"', 'b'],
    [`${USER}:userName eq "bob@lists.example"`, 'b'],
    ['userName eq "nobody@lists.example"', ''],
    ['userName ne "dora"', 'abc'],
    ['userName co "LISTS"', 'abc'],
    ['userName sw "c"', 'c'],
    ['userName ew ".example"', 'abc'],
    ['userName gt "c"', 'cd'],
    ['userName le "bob@lists.example"', 'ab'],
    ['userName pr', 'abcd'],
    ['externalId eq "EXT-a"', 'a'],
    ['externalId eq "ext-a"', ''],
    ['externalId pr', 'ab'],
    ['not (externalId pr)', 'cd'],
    ['displayName eq "anna ångström"', 'a'],
    ['displayName sw "ÉMI"', 'd'],
    ['displayName eq "Bob \\"Bobby\\" O\'Hara"', 'b'],
    ['displayName co "\'"', 'b'],
    ['name.familyName eq "ÅNGSTRÖM"', 'a'],
    ['name.givenName pr', 'ab'],
    ['name pr', 'ab'],
    ['title co "100%_\\\\ t"', 'c'],
    ['title eq "ENGINEER"', 'a'],
    ['title ne "Engineer"', 'bcd'],
    ['title eq null', 'bd'],
    ['title ne null', 'ac'],
    ['active eq true', 'acd'],
    ['active eq false', 'b'],
    ['active eq "False"', 'b'],
    ['active ne true', 'b'],
    ['emails eq "ANNA@home.example"', 'a'],
    ['emails.value co "@work."', 'ab'],
    ['emails.type eq "home"', 'ad'],
    ['emails[type eq "home" and value co "work"]', ''],
    ['emails[type eq "work" and value co "work"]', 'ab'],
    ['emails[not (type eq "work")]', 'ad'],
    ['emails[primary eq true]', 'a'],
    ['emails[type eq "work"].value eq "BOB@work.example"', 'b'],
    ['emails[type eq "home"].value eq "bob@work.example"', ''],
    ['emails pr', 'abd'],
    ['not (emails pr)', 'c'],
    [`${ENTERPRISE}:department eq "r&d"`, 'a'],
    ['meta.resourceType eq "User"', 'abcd'],
    ['meta.created gt "2020-01-01T00:00:00Z"', 'abcd'],
    ['meta.lastModified lt "2020-01-01T00:00:00Z"', ''],
    ['meta.version eq "W/\\"1\\""', 'abcd'],
    ['id pr and meta pr', 'abcd'],
    ['userName sw "a" or userName sw "b" and active eq true', 'a'],
    ['(userName sw "a" or userName sw "b") and active eq false', 'b'],
    ['not (userName sw "a" OR userName sw "b") AND active eq TRUE', 'cd'],
    ['  userName   sw   "a"  ', 'a'],
    ["displayName eq \"x' or '1'='1\"", ''],
  ])('%s', async (filter, expected) => {
    expect(await found(filter)).toBe(expected);
  });

  test('by id and location finds one', async () => {
    expect(await found(`id eq "${ids.b}"`)).toBe('b');
    expect(await found(`id eq "${ids.b?.toUpperCase()}"`)).toBe('');
    expect(await found(`meta.location ew "${ids.c}"`)).toBe('c');
  });

  test.each([
    'userName',
    'userName eq',
    'userName foo "x"',
    'userName eq x',
    'userName eq "x',
    'userName eq "x" and',
    'userName eq "x" userName eq "y"',
    '(userName eq "x"',
    'userName eq "x")',
    'not userName eq "x"',
    'nothing eq "x"',
    'name.nothing eq "x"',
    'name eq "x"',
    'userName.value eq "x"',
    'urn:none:userName eq "x"',
    'emails[type eq "work"',
    'emails[nothing eq "x"]',
    'emails[type eq "work"].nothing eq "x"',
    'emails[type eq "work"].value',
    'emails[type eq "work"] .value.more pr',
    'userName[value eq "x"]',
    'userName eq 5',
    'active eq "maybe"',
    'active gt true',
    'meta.created eq "yesterday"',
    'meta.created co "2020-01-01T00:00:00Z"',
    'title gt null',
    'schemas eq "x"',
    'emails[emails[type eq "x"]]',
    '"x" eq userName',
    'userName eq "\\x"',
    'userName eq "\u0000"',
    ';drop table vl_user',
    '()',
    `${'('.repeat(30)}userName pr${')'.repeat(30)}`,
    `title eq "${'x'.repeat(2_000)}"`,
  ])('%s is refused as invalidFilter', async (filter) => {
    expect(await found(filter)).toBe('400 invalidFilter');
  });

  test('of a megabyte is refused fast, in a URL and in the body of a search', async () => {
    const started = performance.now();
    const response = await fetch(`${muniment.url}/scim/v2/Users?filter=${'a'.repeat(1_000_000)}`, {
      headers: { authorization: `Bearer ${directory.token}` },
    });
    expect(response.status).toBe(400);
    const search = (filter: string) =>
      directory.send('POST', '/Users/.search', {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],
        filter,
      });
    expect((await search('a'.repeat(1_000_000))).status).toBe(413);
    expect((await search(`title eq "${'\\n\n'.repeat(5_000)}`)).body.scimType).toBe('invalidFilter');
    // Texts that make careless parsers try all ways of reading them.
    for (const text of [
      `title eq "${'\n'.repeat(900)}`,
      `title eq "${'\\'.repeat(901)}`,
      Array(70).fill('(title pr or title pr)').join(' and '),
      `${'not ('.repeat(19)}title pr${')'.repeat(19)}`,
    ]) {
      expect([200, 400]).toContain((await search(text)).status);
    }
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

describe('a list', () => {
  const names = (body: { Resources: { userName: string }[] }) =>
    body.Resources.map(({ userName }) => userName.charAt(0).toLowerCase()).join('');
  const list = async (query: string) => (await directory.send('GET', `/Users?${query}`)).body;

  test('holds one organization alone, in pages that are counted from 1', async () => {
    expect(await list('')).toMatchObject({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: 4,
      startIndex: 1,
      itemsPerPage: 4,
    });
    const page = await list('startIndex=2&count=2');
    expect(page).toMatchObject({ totalResults: 4, startIndex: 2, itemsPerPage: 2 });
    expect(names(page)).toBe('bc');
    for (const start of ['0', '-5']) {
      expect(await list(`startIndex=${start}&count=1`)).toMatchObject({ startIndex: 1, itemsPerPage: 1 });
    }
    for (const count of ['0', '-1']) {
      expect(await list(`count=${count}`)).toMatchObject({ totalResults: 4, itemsPerPage: 0, Resources: [] });
    }
    expect(await list('startIndex=5')).toMatchObject({ totalResults: 4, itemsPerPage: 0, Resources: [] });
    expect((await directory.send('GET', '/Users?count=many')).body).toMatchObject({
      scimType: 'invalidValue',
    });
    expect((await directory.send('GET', '/Users?startIndex=1.5')).status).toBe(400);
  });

  test('is sorted as it is asked for, those without a value last, or first where it descends', async () => {
    expect(names(await list('sortBy=userName'))).toBe('abcd');
    expect(names(await list('sortBy=userName&sortOrder=descending'))).toBe('dcba');
    expect(names(await list('sortBy=name.givenName&sortOrder=ascending'))).toBe('abcd');
    expect(names(await list('sortBy=emails.value'))).toBe('abdc');
    expect(names(await list('sortBy=title&sortOrder=descending'))).toBe('bdca');
    expect(names(await list('sortBy=active&sortOrder=ASCENDING'))).toBe('bacd');
    expect(names(await list('sortBy=meta.lastModified'))).toBe('abcd');
    expect((await directory.send('GET', '/Users?sortBy=nothing')).status).toBe(400);
    expect((await directory.send('GET', '/Users?sortBy=userName&sortOrder=up')).status).toBe(400);
  });

  test('holds the attributes that are asked for; a search by POST answers the same', async () => {
    const filter = 'userName sw "a" or userName sw "c"';
    const answer = await list(`attributes=userName&${new URLSearchParams({ filter })}`);
    expect(answer.Resources).toEqual([
      { schemas: [USER, ENTERPRISE], id: ids.a, userName: 'Anna@lists.example' },
      { schemas: [USER], id: ids.c, userName: 'cleo@lists.example' },
    ]);
    const searched = await directory.send('POST', '/Users/.search', {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],
      attributes: ['userName'],
      filter,
      sortBy: 'userName',
      startIndex: 1,
      count: 10,
    });
    expect(searched.body).toEqual(answer);
    expect((await directory.send('POST', '/Users/.search', { filter })).body.scimType).toBe('invalidSyntax');
  });
});
