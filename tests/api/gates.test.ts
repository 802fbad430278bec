import { readFileSync } from 'node:fs';
import { pushRecords } from '@muniment/contract/records.ts';
import { ACTIONS, type Action, ROLE_TABLE, ROLES } from '@muniment/domain/roles.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiAnswer } from '../support/api.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member } from '../support/partner.ts';
import { examplesOf, type Gated, gatedOperations } from './gated-operations.ts';
import { readRecordExamples } from './record-examples.ts';

/** Seven people who each hold one role on one license ID, and one who holds none any more. */
const WHO = [...ROLES, 'none'] as const;
type Who = (typeof WHO)[number];

/** What a role opens and what names no license ID, with the test beside this one that holds what it answers to whom. */
const OF_NO_LICENSE_ID = new Map([
  ['listKeyedProducts', 'product-keys.test.ts'],
  ['exportKeys', 'product-keys.test.ts'],
  ['listDownloadLicenses', 'downloads.test.ts'],
  // Of summaries that one made oneself.
  ...[
    'listLicenseSummaries',
    'getLicenseSummary',
    'listLicenseSummaryRows',
    'exportLicenseSummary',
    'printLicenseSummary',
    'cancelLicenseSummary',
  ].map((id) => [id, 'license-summaries.test.ts'] as const),
]);

/** What they answer names no license ID, or nothing before somebody did something. */
const WITHOUT_LICENSE_IDS = new Set([
  'listActivations',
  'exportActivations',
  'listProductKeys',
  'listDownloadFacets',
  'listVlUsers',
]);

let muniment: Muniment;
let people: Record<Who, Member>;
let licenses: { own: string; other: string; foreign: string; unknown: string };
let operations: readonly Gated[];
beforeAll(async () => {
  muniment = await startMuniment();
  operations = gatedOperations(muniment.openApi);
  const partner = await muniment.newPartner();
  const organization = await partner.organization();
  const administrator = await organization.administrator({ billTo: true });
  const own = administrator.licenseId;
  const colleagueWith = (role: (typeof ROLES)[number]) =>
    organization.colleague(administrator, { licenseIds: [own], roles: [role] });
  const gone = await colleagueWith('benefits-reader');
  await administrator.api.send('DELETE', `/v1/vl-users/${gone.vlUserId}`);
  const ofRoles = await Promise.all(
    ROLES.map(async (role) => [role, role === 'administrator' ? administrator : await colleagueWith(role)]),
  );
  people = { ...Object.fromEntries(ofRoles), none: gone };
  const other = (await organization.administrator()).licenseId;
  const foreign = (await (await partner.organization()).administrator()).licenseId;
  licenses = { own, other, foreign, unknown: 'NO-SUCH-LICENSE' };
  await pushContractData([own, other, foreign]);
});
afterAll(() => muniment.stop());

const allows = (who: Who, action: Action) => who !== 'none' && ROLE_TABLE[who].actions.includes(action);

describe('every route of the OpenAPI document, for each role and for none', () => {
  test('R10 each operation that a role opens is called here, or says which test holds it', () => {
    const opened = new Set(operations.map(({ action }) => action));
    expect(ACTIONS.filter((action) => !opened.has(action))).toEqual([]);
    const uncovered = operations.filter(
      ({ id, names }) => names === 'nothing' && !OF_NO_LICENSE_ID.has(id) && !isOfAssignments(id),
    );
    expect(uncovered.map(({ id }) => id)).toEqual([]);
    const unheld = [...OF_NO_LICENSE_ID].filter(([id, file]) => !readTest(file).includes(id));
    expect(unheld).toEqual([]);
  });

  test.for(WHO)('R10 what names a license ID opens to %s only where a role on it allows it', async (who) => {
    const wrong: string[] = [];
    for (const operation of operations.filter(({ names }) => names === 'path')) {
      const onUnknown = await call(who, operation, licenses.unknown);
      for (const [whose, licenseId] of Object.entries(licenses)) {
        const answer = await call(who, operation, licenseId);
        const isOpened = answer.problemId !== 'license-id-not-found';
        const isExpected = whose === 'own' && allows(who, operation.action);
        const said = `${operation.id} on ${whose}: ${answer.status} ${answer.problemId ?? ''}`;
        if (isOpened !== isExpected) wrong.push(said);
        // Refused for another reason than the gate, the gate would not be seen.
        if (isOpened && [400, 401, 403, 500, 503].includes(answer.status))
          wrong.push(`${said} ${answer.text}`);
        if (!isOpened && textOf(answer) !== textOf(onUnknown)) wrong.push(`${said}: differs from unknown`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test.for(WHO)('R10 a list asked for a license ID tells %s nothing of others', async (who) => {
    const wrong: string[] = [];
    for (const operation of operations.filter(({ names }) => names === 'query')) {
      const onUnknown = await call(who, operation, licenses.unknown);
      for (const [whose, licenseId] of Object.entries(licenses)) {
        const answer = await call(who, operation, licenseId);
        const said = `${operation.id} of ${whose}: ${answer.status} ${answer.problemId ?? ''}`;
        const isExpected = whose === 'own' && allows(who, operation.action);
        if (!isExpected && textOf(answer) !== textOf(onUnknown)) wrong.push(`${said}: differs from unknown`);
        if (isExpected && answer.status !== 200 && answer.problemId !== 'not-found') wrong.push(said);
      }
      const all = await call(who, operation, null);
      const told = [licenses.other, licenses.foreign].filter((licenseId) => all.text.includes(licenseId));
      if (told.length > 0) wrong.push(`${operation.id} of all tells of ${told.join(', ')}`);
      const isToldApart = !WITHOUT_LICENSE_IDS.has(operation.id);
      if (isToldApart && all.text.includes(licenses.own) !== allows(who, operation.action))
        wrong.push(`${operation.id} of all: ${all.status}`);
    }
    expect(wrong).toEqual([]);
  });

  test.for(WHO)('R10 what names license IDs in its body opens to %s by the same gate', async (who) => {
    const wrong: string[] = [];
    for (const operation of operations.filter(({ names }) => names === 'body')) {
      const onUnknown = await call(who, operation, licenses.unknown);
      for (const [whose, licenseId] of Object.entries(licenses)) {
        const answer = await call(who, operation, licenseId);
        const isOpened = answer.problemId !== 'license-id-not-found';
        const said = `${operation.id} on ${whose}: ${answer.status} ${answer.problemId ?? ''}`;
        if (isOpened !== (whose === 'own' && allows(who, operation.action))) wrong.push(said);
        if (!isOpened && textOf(answer) !== textOf(onUnknown)) wrong.push(`${said}: differs from unknown`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

function call(who: Who, operation: Gated, licenseId: string | null): Promise<ApiAnswer<unknown>> {
  const { path, body } = examplesOf(operation, licenseId);
  return people[who].api.send(operation.method, path, body === undefined ? {} : { body });
}

/** An answer but for what differs by the request: its id, and the license ID that was asked for. */
function textOf(answer: ApiAnswer<unknown>): string {
  const text = answer.text.replace(/"instance":"[^"]*"/, '"instance":""');
  return `${answer.status} ${Object.values(licenses).reduce((left, id) => left.replaceAll(id, 'ID'), text)}`;
}

/** What every license ID has, so that a list with a hole in its gate would show it. */
async function pushContractData(licenseIds: readonly string[]): Promise<void> {
  const examples = await readRecordExamples();
  const records = [
    ...examples.filter(({ type }) => type === 'product' || type === 'download'),
    ...licenseIds.flatMap((licenseId) =>
      examples
        .filter((one) => one.licenseId !== undefined && !['license', 'reservation-order'].includes(one.type))
        .map((example) => ({ ...example, licenseId })),
    ),
  ].map((record, index) => ({ line: index + 1, record }));
  const answer = await muniment.publisher.call(pushRecords, { body: { records } });
  expect(answer.body.records.filter(({ outcome }) => outcome !== 'created')).toEqual([]);
}

function readTest(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

/** Manage assignments has tests of its own: it is about people, whom license IDs only filter. */
function isOfAssignments(id: string): boolean {
  return operations.some((operation) => operation.id === id && operation.action === 'assignment:manage');
}
