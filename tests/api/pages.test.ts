import { PROBLEM_IDS, PROBLEMS } from '@muniment/contract/problems.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';

/** What a browser sends with an address that was typed in. */
const OF_BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

let muniment: Muniment;
beforeAll(async () => {
  muniment = await startMuniment();
});
afterAll(() => muniment.stop());

const ask = (path: string, accept: string, method = 'GET') =>
  fetch(`${muniment.url}${path}`, { method, headers: { accept } });

describe('an address that does not exist', () => {
  test('shows the console in a browser, which says so, with status 404', async () => {
    for (const path of ['/nothing', '/vl/assignments', '/docs/problems/no-such-problem', '/auth/nothing']) {
      const answer = await ask(path, OF_BROWSER);
      expect(`${path} ${answer.status}`).toBe(`${path} 404`);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await answer.text()).toContain('<div id="root">');
    }
    expect((await ask('/nothing', OF_BROWSER, 'HEAD')).status).toBe(404);
  });

  test('is a problem to programs, and below the API and SCIM to everybody', async () => {
    for (const [path, accept] of [
      ['/nothing', '*/*'],
      ['/nothing', 'application/json'],
      ['/v1/nothing', OF_BROWSER],
    ] as const) {
      const answer = await ask(path, accept);
      expect(`${path} ${answer.status}`).toBe(`${path} 404`);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
    const scim = await ask('/scim/v2/nothing', OF_BROWSER);
    expect(scim.headers.get('content-type')).toContain('application/scim+json');
    const posted = await ask('/nothing', OF_BROWSER, 'POST');
    expect(posted.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('the pages for readers of the API', () => {
  test('list every problem, each with its status and a link to its page', async () => {
    const index = await (await ask('/docs/problems', OF_BROWSER)).text();
    for (const id of PROBLEM_IDS) expect(index).toContain(`href="/docs/problems/${id}">`);
    expect(index).toContain(PROBLEMS['last-administrator'].title);
    const page = await (await ask('/docs/problems/last-administrator', OF_BROWSER)).text();
    expect(page).toContain(
      '<title>A license ID would be left without an administrator - Muniment API</title>',
    );
    expect(page).toContain('href="/docs/problems"');
    expect(page).not.toMatch(/href="[\w-]+\.md"/);
  });

  test('are made for phones, and everything that they load is there', async () => {
    for (const path of ['/docs', '/docs/problems', '/docs/problems/not-found']) {
      const page = await (await ask(path, OF_BROWSER)).text();
      expect(page).toContain('name="viewport"');
      for (const [, file = ''] of page.matchAll(/(?:src|href)="(\/(?:docs\/static|favicon)[^"]*)"/g)) {
        expect(`${file} ${(await ask(file, '*/*')).status}`).toBe(`${file} 200`);
      }
    }
  });
});
