import { checkAccess } from '@muniment/contract/access.ts';
import { changeAssignments, listAssignmentChanges } from '@muniment/contract/assignment-changes.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member } from '../support/partner.ts';
import { nameOf } from '../support/people.ts';

/** As many people are named administrators and have not registered, where many are. */
const PENDING = 300;

/**
 * Organizations that are alike, but for who administers: the contact alone; the contact, three others and many who
 * have not registered; somebody to whom the contact passed the invitation on. Whoever holds another role must not be
 * able to tell which of them is theirs.
 */
interface Side {
  readonly reader: Member;
  readonly administrator: Member;
  readonly contact: string;
  readonly change: string;
}

let muniment: Muniment;
let alone: Side;
let many: Side;
let forwarded: Side;
beforeAll(async () => {
  muniment = await startMuniment();
  alone = await sideWith({});
  many = await sideWith({ more: 3, pending: PENDING });
  forwarded = await sideWith({ isForwarded: true });
});
afterAll(() => muniment.stop());

async function sideWith({ more = 0, pending = 0, isForwarded = false }): Promise<Side> {
  const organization = await (await muniment.newPartner('Partner')).organization('Lindgren AB');
  const contact = organization.newEmail('contact');
  const administrator = isForwarded
    ? await forwardedTo(organization.newEmail('admin'))
    : await organization.administrator({ email: contact });
  const reader = await organization.colleague(administrator, { email: organization.newEmail('reader') });
  for (let count = 0; count < more; count += 1) {
    await organization.colleague(administrator, { roles: ['administrator'] });
  }
  if (pending > 0) {
    const assignments = Array.from({ length: pending }, (_, index) => ({
      user: { signInEmail: organization.newEmail(`pending${index}`), displayName: 'Pending' },
      licenseId: administrator.licenseId,
      roles: ['administrator'],
    }));
    const answer = await administrator.api.call(changeAssignments, { body: { assignments } });
    if (answer.status !== 201) throw new Error(answer.text);
  }
  const { items } = (await administrator.api.call(listAssignmentChanges, {})).body;
  return { reader, administrator, contact, change: items[0]?.id ?? '' };

  async function forwardedTo(email: string): Promise<Member> {
    const licenseId = await organization.license({ contact });
    await muniment.register(email, await muniment.linkOf(contact));
    const token = await muniment.personToken(email, organization.number);
    const api = muniment.as(token);
    return { email, name: nameOf(email), vlUserId: '', token, api, licenseIds: [licenseId], licenseId };
  }
}

/** Every GET of the API that takes no more than a license ID, a VL user, a change or a search text. */
function readable(side: Side): { readonly template: string; readonly path: string }[] {
  const values: Record<string, string> = {
    licenseId: side.reader.licenseId,
    vlUserId: side.administrator.vlUserId || side.change,
    changeId: side.change,
  };
  return Object.entries(muniment.openApi.paths ?? {}).flatMap(([template, operations]) => {
    if (!('get' in (operations ?? {})) || !template.startsWith('/v1/')) return [];
    const path = template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'none');
    return (queries(side)[template] ?? ['']).map((query) => ({ template, path: `${path}${query}` }));
  });
}

/** What is asked where an answer needs more than its path. */
function queries({ reader, administrator, change }: Side): Readonly<Record<string, readonly string[]>> {
  const { licenseId } = reader;
  const people = [reader.vlUserId, administrator.vlUserId || change];
  const at = new Date().toISOString();
  return {
    '/v1/directory/accounts': ['?q=a'],
    '/v1/access/explain': people.flatMap((vlUserId) => [
      `?vlUserId=${vlUserId}&licenseId=${licenseId}`,
      `?vlUserId=${vlUserId}&licenseId=${licenseId}&at=${at}`,
    ]),
    '/v1/access/who': [`?licenseId=${licenseId}`, `?licenseId=${licenseId}&at=${at}`],
    '/v1/access/what': people.map((vlUserId) => `?vlUserId=${vlUserId}`),
  };
}

async function read(side: Side, path: string) {
  const response = await fetch(`${muniment.url}${path}`, {
    headers: { authorization: `Bearer ${side.reader.token}` },
  });
  // What each side is called in itself. An administrator who is no contact is called nothing: they must not occur.
  const own = {
    LICENSE: side.reader.licenseId,
    READER: side.reader.email,
    'THE READER': side.reader.name,
    CONTACT: side.contact,
    'THE CONTACT': nameOf(side.contact),
  };
  const hide = (text: string) =>
    Object.entries(own)
      .reduce((left, [name, one]) => left.replaceAll(one, name), text)
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
      .replace(/O-[a-z0-9]+/gi, 'NUMBER');
  const headers = Object.fromEntries(
    [...response.headers].filter(([name]) => !['date', 'etag', 'content-length'].includes(name)),
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
  for (const other of [many, forwarded]) {
    const others = readable(other);
    for (const [index, { template, path }] of paths.entries()) {
      const [here, there] = [await read(alone, path), await read(other, others[index]?.path ?? '')];
      expect({ template, ...there }).toEqual({ template, ...here });
    }
  }
});

test('A9 a check about somebody else is answered alike, whatever they may do', async () => {
  for (const side of [alone, many, forwarded]) {
    const { licenseId } = side.reader;
    const checks = [side.administrator.email, side.contact, 'nobody@lindgren.example'].map((signInEmail) => ({
      signInEmail,
      licenseId,
      action: 'assignment:manage' as const,
    }));
    const { body } = await side.reader.api.call(checkAccess, { body: { checks } });
    expect(body.results.map(({ allowed }) => allowed)).toEqual([false, false, false]);
  }
});

test('A9 how long an answer takes does not tell it either', async () => {
  const paths = readable(alone);
  const others = readable(many);
  for (const [index, { template, path }] of paths.entries()) {
    if ((await read(alone, path)).status !== 200) continue;
    const calls: [() => Promise<unknown>, number[]][] = [
      [() => read(alone, path), []],
      [() => read(many, others[index]?.path ?? ''), []],
    ];
    for (let round = 0; round < 21; round += 1) {
      for (const [call, times] of round % 2 === 0 ? calls : calls.toReversed()) {
        const start = performance.now();
        await call();
        times.push(performance.now() - start);
      }
    }
    const [here = 0, there = 0] = calls.map(([, times]) => times.toSorted((a, b) => a - b)[10]);
    // Machines are noisy; reading hundreds of administrators would be told by more than this.
    expect({ template, isTold: there > here * 2 + 3 }).toEqual({ template, isTold: false });
  }
}, 120_000);
