import { PROBLEM_IDS } from '@muniment/contract/problems.ts';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAnswerCheck } from '../support/answer-check.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';

let muniment: Muniment;
beforeAll(async () => {
  muniment = await startMuniment();
});
afterAll(() => muniment.stop());

test('B1 the API describes itself as a valid OpenAPI 3.1 document', async () => {
  const { openapi } = muniment.openApi;
  expect(openapi).toBe('3.1.0');
  const validator = new Validator();
  const { valid, errors } = await validator.validate(muniment.openApi as never);
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});

test('B1 every operation has a name of its own, a summary, and declares 400 and 503', () => {
  const operations = Object.values(muniment.openApi.paths).flatMap((path) => Object.values(path));
  expect(operations.length).toBeGreaterThan(25);
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const operation of operations) {
    expect(operation).toMatchObject({ summary: expect.stringMatching(/./) });
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['400', '503']));
  }
});

test('the check of answers refuses what the document does not declare', () => {
  const check = createAnswerCheck(muniment.openApi);
  const me = { method: 'GET', path: '/v1/me', contentType: 'application/json; charset=utf-8' };
  expect(() => check({ ...me, status: 201, text: '{}' })).toThrow('is not declared');
  expect(() => check({ ...me, status: 200, text: '{"kind":"person"}' })).toThrow('does not fit its schema');
  expect(() => check({ ...me, status: 404, text: '{}' })).toThrow('no problem');
});

test('the description can be read at /docs', async () => {
  const page = await fetch(`${muniment.url}/docs`);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toContain('text/html');
});

test('every problem type leads to its page', async () => {
  for (const id of PROBLEM_IDS) {
    const page = await fetch(`${muniment.url}/docs/problems/${id}`);
    expect(`${id} ${page.status}`).toBe(`${id} 200`);
  }
  expect((await fetch(`${muniment.url}/docs/problems/no-such-problem`)).status).toBe(404);
});
