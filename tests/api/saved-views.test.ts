import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import {
  deleteSavedView,
  editSavedView,
  listSavedViews,
  SAVED_VIEWS_MAX,
  saveView,
} from '@muniment/contract/saved-views.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

let muniment: Muniment;
let organization: Organization;
let admin: Member;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
});
afterAll(() => muniment.stop());
beforeEach(async () => {
  admin = await organization.administrator();
});

const FAILED = {
  name: 'Failed in Oslo',
  search: {
    status: ['failed' as const],
    role: ['administrator' as const],
    q: 'oslo',
    sort: '-displayName' as const,
  },
};
const views = async (by: Member = admin) => (await by.api.call(listSavedViews, {})).body.items;
const save = (name: string, by: Member = admin) => by.api.call(saveView, { body: { name, search: {} } });

test('a view is kept with its search, renamed, given another search, and deleted', async () => {
  const made = await admin.api.call(saveView, { body: FAILED });
  expect(made).toMatchObject({ status: 201, body: FAILED });
  expect(await views()).toEqual([made.body]);
  const params = { viewId: made.body.id };
  const renamed = await admin.api.call(editSavedView, { params, body: { name: '  Failed,  all ' } });
  expect(renamed.body).toEqual({ ...made.body, name: 'Failed, all' });
  const search = { licenseId: [admin.licenseId] };
  expect((await admin.api.call(editSavedView, { params, body: { search } })).body).toEqual({
    ...renamed.body,
    search,
  });
  expect(await views()).toEqual([{ ...renamed.body, search }]);
  expect((await admin.api.call(deleteSavedView, { params })).status).toBe(204);
  expect(await views()).toEqual([]);
  expect(await admin.api.call(deleteSavedView, { params })).toMatchObject({ problemId: 'not-found' });
});

test('views come by name, as people read it', async () => {
  for (const name of ['zoe', 'Émile', 'eva', 'Åsa']) await save(name);
  expect((await views()).map(({ name }) => name)).toEqual(['Åsa', 'Émile', 'eva', 'zoe']);
});

test('two views of one person have different names, whatever the case; a view may keep its own', async () => {
  const { body: first } = await save('Pending');
  const { body: second } = await save('Expired');
  expect(await save(' PENDING ')).toMatchObject({ status: 409, problemId: 'saved-view-name-taken' });
  const renamed = await admin.api.call(editSavedView, {
    params: { viewId: second.id },
    body: { name: 'pending' },
  });
  expect(renamed).toMatchObject({ status: 409, problemId: 'saved-view-name-taken' });
  const own = await admin.api.call(editSavedView, {
    params: { viewId: first.id },
    body: { name: 'PENDING' },
  });
  expect(own.body.name).toBe('PENDING');
});

test(`one person keeps at most ${SAVED_VIEWS_MAX}, also where they save several at once`, async () => {
  const answers = await Promise.all(
    Array.from({ length: SAVED_VIEWS_MAX + 5 }, (_, index) => save(`View ${index}`)),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(SAVED_VIEWS_MAX);
  expect(new Set(answers.filter(({ status }) => status !== 201).map(({ problemId }) => problemId))).toEqual(
    new Set(['too-many-saved-views']),
  );
  expect(await views()).toHaveLength(SAVED_VIEWS_MAX);
});

test('a view is its owner’s alone: to anybody else it does not exist', async () => {
  const other = await organization.colleague(admin, { roles: ['administrator'] });
  const { body } = await save('Mine');
  const params = { viewId: body.id };
  expect(await views(other)).toEqual([]);
  expect((await save('Mine', other)).status).toBe(201);
  expect(await other.api.call(editSavedView, { params, body: { name: 'Yours' } })).toMatchObject({
    problemId: 'not-found',
  });
  expect(await other.api.call(deleteSavedView, { params })).toMatchObject({ problemId: 'not-found' });
  expect(await views()).toEqual([body]);
});

test('M1 what a view finds is decided when it is opened: a license ID that is no longer administered finds nobody', async () => {
  const boss = await organization.colleague(admin, { roles: ['administrator'] });
  const { body } = await boss.api.call(saveView, {
    body: { name: 'Here', search: { licenseId: [admin.licenseId] } },
  });
  const found = async () => {
    const [licenseId = ''] = body.search.licenseId ?? [];
    return (await boss.api.send('GET', `/v1/vl-users?licenseId=${licenseId}`)).body as { total: number };
  };
  expect((await found()).total).toBe(2);
  await admin.api.call(changeAssignments, {
    body: {
      assignments: [
        { user: { vlUserId: boss.vlUserId }, licenseId: admin.licenseId, roles: ['benefits-reader'] },
      ],
    },
  });
  expect((await found()).total).toBe(0);
});

test.each<[string, object]>([
  ['an empty name', { name: ' ', search: {} }],
  ['a name with a line break', { name: 'a\nb', search: {} }],
  ['a filter that there is not', { name: 'x', search: { country: 'SE' } }],
  ['a status that there is not', { name: 'x', search: { status: ['happy'] } }],
  ['a text with a NUL', { name: 'x', search: { q: '\0' } }],
  ['no search', { name: 'x' }],
])('%s is refused', async (_what, body) => {
  expect(await admin.api.send('POST', '/v1/saved-views', { body })).toMatchObject({
    status: 400,
    problemId: 'invalid-request',
  });
});
