import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PROBLEM_IDS, PROBLEM_TYPE_PATH, PROBLEMS, type ProblemId } from '@muniment/contract/problems.ts';
import type { FastifyInstance } from 'fastify';
import { marked } from 'marked';
import { apiPage, escapeHtml } from './page-shell.ts';

const PROBLEM_PAGES = path.join(import.meta.dirname, '../../../../docs/problems');
const options = { config: { needs: 'nothing' }, schema: { hide: true } } as const;

/** Serves a page for each problem that the API answers, at its `type`, and an index of them. @source RFC 9457 */
export function registerProblemPages(app: FastifyInstance): void {
  app.get(PROBLEM_TYPE_PATH.slice(0, -1), options, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(indexPage()),
  );
  // The overview of the folder's files links to itself by this name.
  app.get(PROBLEM_TYPE_PATH, options, async (_request, reply) =>
    reply.redirect(PROBLEM_TYPE_PATH.slice(0, -1), 308),
  );
  app.get<{ Params: { id: string } }>(`${PROBLEM_TYPE_PATH}:id`, options, async (request, reply) => {
    const id = PROBLEM_IDS.find((one) => one === request.params.id);
    if (id === undefined) return reply.callNotFound();
    return reply.type('text/html; charset=utf-8').send(await problemPage(id));
  });
}

function indexPage(): string {
  const rows = PROBLEM_IDS.toSorted(
    (a, b) => PROBLEMS[a].status - PROBLEMS[b].status || a.localeCompare(b),
  ).map(
    (id) =>
      `<li><a href="${PROBLEM_TYPE_PATH}${id}">${escapeHtml(PROBLEMS[id].title)}</a><code>${id}</code><span>${PROBLEMS[id].status}</span></li>`,
  );
  return apiPage(
    'Problems',
    `<div class="text"><h1>Problems</h1>
    <p>Every refusal of the API is <code>application/problem+json</code> (RFC 9457). Its <code>type</code> leads to one of these pages, and does not change: programs go by it, and by the status. <code>detail</code> says what happened in this case; <code>instance</code> is the ID to quote when you ask for help.</p>
    <ul class="problems">${rows.join('')}</ul></div>`,
  );
}

async function problemPage(id: ProblemId): Promise<string> {
  const text = await readFile(path.join(PROBLEM_PAGES, `${id}.md`), 'utf8');
  // Links between the files lead to each other's pages.
  const html = (await marked.parse(text)).replace(/href="([a-z-]+)\.md"/g, `href="${PROBLEM_TYPE_PATH}$1"`);
  return apiPage(
    PROBLEMS[id].title,
    `<div class="text"><p class="back"><a href="${PROBLEM_TYPE_PATH.slice(0, -1)}">All problems</a></p>${html}</div>`,
  );
}
