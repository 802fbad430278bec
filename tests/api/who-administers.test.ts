import { listAssignmentChanges } from '@muniment/contract/assignment-changes.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member } from '../support/partner.ts';

/**
 * Two organizations that are alike, but for who administers: in one somebody alone, in the other four people, one of
 * whom has not registered. Somebody without Administrator must not be able to tell which of the two is theirs.
 */
interface Side {
  readonly reader: Member;
  readonly administrator: Member;
  readonly change: string;
}

let muniment: Muniment;
let alone: Side;
let many: Side;
beforeAll(async () => {
  muniment = await startMuniment();
  alone = await sideWith(0);
  many = await sideWith(3);
});
afterAll(() => muniment.stop());

async function sideWith(more: number): Promise<Side> {
  const organization = await (await muniment.newPartner('Partner')).organization('Lindgren AB');
  const administrator = await organization.administrator({ email: organization.newEmail('admin') });
  const reader = await organization.colleague(administrator, { email: organization.newEmail('reader') });
  for (let count = 0; count < more; count += 1) {
    await organization.colleague(administrator, { roles: ['administrator'] });
  }
  const { items } = (await administrator.api.call(listAssignmentChanges, {})).body;
  return { reader, administrator, change: items[0]?.id ?? '' };
}

/** Every GET of the API that takes no more than a license ID, a VL user, a change or a search text. */
function readable(side: Side): { readonly template: string; readonly path: string }[] {
  const values: Record<string, string> = {
    licenseId: side.reader.licenseId,
    vlUserId: side.administrator.vlUserId,
    changeId: side.change,
  };
  return Object.entries(muniment.openApi.paths ?? {}).flatMap(([template, operations]) => {
    if (!('get' in (operations ?? {})) || !template.startsWith('/v1/')) return [];
    const path = template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'none');
    return [{ template, path: template === '/v1/directory/accounts' ? `${path}?q=a` : path }];
  });
}

async function read(side: Side, path: string) {
  const response = await fetch(`${muniment.url}${path}`, {
    headers: { authorization: `Bearer ${side.reader.token}` },
  });
  const own = [side.reader.licenseId, side.reader.email, side.reader.name, side.administrator.email];
  const hide = (text: string) =>
    own
      .reduce((left, one) => left.replaceAll(one, 'OWN'), text)
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
      .replace(/O-[a-z0-9]+/gi, 'NUMBER')
      .replace(/Admin [A-Za-z0-9]+|contact\.[a-z0-9]+@\S+?example/g, 'NAME');
  const headers = Object.fromEntries(
    [...response.headers].filter(
      ([name]) => !['date', 'etag', 'content-length', 'x-request-id'].includes(name),
    ),
  );
  return {
    status: response.status,
    headers: hide(JSON.stringify(headers)),
    body: hide(await response.text()),
  };
}

test('A9 no answer tells somebody without Administrator who administers, or how many do', async () => {
  const paths = readable(alone);
  expect(paths.length).toBeGreaterThan(15);
  const others = readable(many);
  for (const [index, { template, path }] of paths.entries()) {
    const [one, other] = [await read(alone, path), await read(many, others[index]?.path ?? '')];
    expect({ template, ...one }).toEqual({ template, ...other });
  }
});

test('A9 how long an answer takes does not tell it either', async () => {
  const path = (side: Side) => `/v1/licenses/${side.reader.licenseId}`;
  const times = new Map<Side, number[]>([
    [alone, []],
    [many, []],
  ]);
  for (let round = 0; round < 60; round += 1) {
    for (const side of round % 2 === 0 ? [alone, many] : [many, alone]) {
      const start = performance.now();
      await read(side, path(side));
      times.get(side)?.push(performance.now() - start);
    }
  }
  const median = (side: Side) => times.get(side)?.toSorted((a, b) => a - b)[30] ?? 0;
  const ratio = median(many) / median(alone);
  // Machines are noisy; a query that reads the administrators would be told by far more than this.
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});
