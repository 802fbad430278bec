import { Readable } from 'node:stream';
import type {} from '@fastify/swagger';
import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from '@muniment/contract/endpoint.ts';
import { strict } from '@muniment/contract/fields.ts';
import { PROBLEMS, ProblemBody, type ProblemId } from '@muniment/contract/problems.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods, RouteOptions } from 'fastify';
import Type, { type TSchema } from 'typebox';
import type { ActorFor } from '../actor.ts';
import type { Database, Trx } from '../database/connect.ts';
import { onceByKey, type Reply } from '../database/once-by-key.ts';
import { inTransaction } from '../database/transaction.ts';
import { Problem } from '../problem.ts';
import { type ActorDeps, actorFor } from './resolve-actor.ts';

/** A request to one endpoint, checked against its schemas and let in as the actor that it needs. */
export interface Call<E extends Endpoint> {
  readonly actor: ActorFor<E['needs']>;
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly ifMatch: string | null;
  /** Address of the client, behind the proxies that are trusted. */
  readonly address: string;
}

export interface TypedReply<E extends Endpoint> {
  readonly status: number;
  readonly body: AnswerOf<E>;
  readonly etag?: string;
}

export interface ServeDeps extends ActorDeps {
  /** Called after a commit, so that jobs which it enqueued start at once. */
  readonly wakeJobs: () => void;
}

export interface WriteDeps extends ServeDeps {
  /** Seals the answers that are kept for Idempotency-Keys. */
  readonly answerKey: Buffer;
  /** Opens those from before the encryption key was changed. */
  readonly previousAnswerKey?: Buffer | null;
}

/** Serves an endpoint that changes nothing. */
export function serveRead<const E extends Endpoint>(
  app: FastifyInstance,
  deps: ServeDeps,
  endpoint: E,
  handle: (call: Call<E>, db: Database) => Promise<TypedReply<E>>,
): void {
  route(app, endpoint, async (request, reply) => {
    await send(reply, await handle(await callOf(deps, endpoint, request), deps.db));
  });
}

/** A file that is answered: its name where it is saved, and its text. */
export interface TextReply {
  readonly fileName: string;
  readonly pieces: AsyncIterable<string>;
}

/**
 * Serves an endpoint that answers with text of another media type than JSON, piece by piece: the next one is made when
 * the caller has taken the one before, so that no answer is too long.
 *
 * What fails before `handle` returns is a problem; what fails later breaks the answer off, which the caller notices by
 * its missing end.
 */
export function serveText<const E extends Endpoint & { readonly mediaType: string }>(
  app: FastifyInstance,
  deps: ServeDeps,
  endpoint: E,
  handle: (call: Call<E>, db: Database) => Promise<TextReply>,
): void {
  route(app, endpoint, async (request, reply) => {
    const { fileName, pieces } = await handle(await callOf(deps, endpoint, request), deps.db);
    await reply
      .type(`${endpoint.mediaType}; charset=utf-8`)
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .send(Readable.from(pieces, { objectMode: false }));
  });
}

/** A picture that is answered as the file that it is. */
export interface FileReply {
  readonly mediaType: string;
  /** Where it is saved. */
  readonly fileName: string;
  readonly bytes: Buffer;
}

/**
 * Serves an endpoint that answers with a file which somebody sent in. Browsers save it, and never look for themselves
 * what it might be: nothing in it can run as a page of ours.
 */
export function serveFile<const E extends Endpoint & { readonly mediaType: string }>(
  app: FastifyInstance,
  deps: ServeDeps,
  endpoint: E,
  handle: (call: Call<E>, db: Database) => Promise<FileReply>,
): void {
  route(app, endpoint, async (request, reply) => {
    const { mediaType, fileName, bytes } = await handle(await callOf(deps, endpoint, request), deps.db);
    await reply
      .type(mediaType)
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .send(bytes);
  });
}

/** What a write needs besides its work. */
export interface WriteSteps<E extends Endpoint> {
  /**
   * Done before the transaction begins: what has to count also where the work is refused. Inside, it would want a
   * second connection of the pool while it holds the first, and many of those at once wait for each other.
   */
  readonly before?: (call: Call<E>) => Promise<void>;
  /** Whether the caller may still read an answer that is kept under their Idempotency-Key; else it throws. */
  readonly mayReplay?: (call: Call<E>, trx: Trx, kept: AnswerOf<E>) => Promise<void>;
}

/** Serves an endpoint whose work is one transaction, done once per Idempotency-Key. */
export function serveWrite<const E extends Endpoint>(
  app: FastifyInstance,
  deps: WriteDeps,
  endpoint: E,
  handle: (call: Call<E>, trx: Trx) => Promise<TypedReply<E>>,
  { before, mayReplay }: WriteSteps<E> = {},
): void {
  route(app, endpoint, async (request, reply) => {
    const call = await callOf(deps, endpoint, request);
    const key = idempotencyKeyOf(request);
    await before?.(call);
    const answer = await inTransaction(deps.db, async (trx): Promise<Reply> => {
      const work = () => handle(call, trx);
      if (key === null) return work();
      const actor = call.actor as { readonly organization?: { readonly id: string } };
      return onceByKey(
        trx,
        {
          actor: request.caller.key,
          organization: actor.organization?.id ?? '',
          operation: endpoint.id,
          url: request.url,
          key,
          body: request.body,
        },
        {
          answerKey: deps.answerKey,
          previousAnswerKey: deps.previousAnswerKey ?? null,
          work,
          mayReplay: async (kept) => mayReplay?.(call, trx, kept as AnswerOf<E>),
        },
      );
    });
    deps.wakeJobs();
    await send(reply, answer);
  });
}

/** Problems that any endpoint may answer, by what it is. */
function commonProblems(endpoint: Endpoint): ProblemId[] {
  const ids: ProblemId[] = ['invalid-request', 'too-many-requests', 'internal-error', 'unavailable'];
  if (endpoint.needs !== 'nothing') ids.push('not-signed-in', 'scope-missing', 'not-found');
  if (endpoint.method !== 'GET') ids.push('origin-refused', 'payload-too-large', 'idempotency-key-reused');
  return ids;
}

function route(
  app: FastifyInstance,
  endpoint: Endpoint,
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<void>,
): void {
  const statuses = new Set(
    [...commonProblems(endpoint), ...(endpoint.problems ?? [])].map((id) => PROBLEMS[id].status),
  );
  const options: RouteOptions = {
    method: endpoint.method as HTTPMethods,
    url: endpoint.path,
    handler,
    ...(endpoint.maxBodyBytes === undefined ? {} : { bodyLimit: endpoint.maxBodyBytes }),
    // HEAD would make the whole file, to throw it away.
    ...(endpoint.mediaType === undefined ? {} : { exposeHeadRoute: false }),
    config: { needs: endpoint.needs, ...(endpoint.scope === undefined ? {} : { scope: endpoint.scope }) },
    schema: {
      operationId: endpoint.id,
      summary: endpoint.summary,
      tags: [endpoint.tag],
      'x-needs': endpoint.needs,
      ...(endpoint.needs === 'nothing' ? { security: [] } : {}),
      ...(endpoint.params === undefined ? {} : { params: endpoint.params }),
      querystring: endpoint.query ?? NO_QUERY,
      ...bodyOf(endpoint),
      response: {
        ...goodAnswers(endpoint),
        ...Object.fromEntries([...statuses].map((status) => [status, problemAnswer])),
      } as Record<string, TSchema>,
    },
  };
  if (endpoint.bodyMediaType === undefined) app.route(options);
  else routeFile(app, options, endpoint.bodyMediaType);
}

/** A route of its own scope, so that no other one takes such a body, and this one takes no other. */
function routeFile(app: FastifyInstance, options: RouteOptions, mediaType: string): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(mediaType, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.route(options);
  });
}

function bodyOf({ body, bodyMediaType }: Endpoint): { body?: unknown } {
  if (bodyMediaType !== undefined) return { body: { content: { [bodyMediaType]: { schema: ANY_BYTES } } } };
  return body === undefined ? {} : { body };
}

/** OpenAPI describes a file by its media type alone. */
const ANY_BYTES = { description: 'The file as it is.' };

function goodAnswers({ responses, mediaType }: Endpoint): Endpoint['responses'] | object {
  if (mediaType === undefined) return responses;
  return Object.fromEntries(
    Object.entries(responses).map(([status, schema]) => [
      status,
      { description: 'A file', content: { [mediaType]: { schema } } },
    ]),
  );
}

const NO_QUERY = Type.Object({}, strict);

const problemAnswer = {
  description: 'A problem (RFC 9457)',
  content: { 'application/problem+json': { schema: ProblemBody } },
};

async function callOf<E extends Endpoint>(
  deps: ServeDeps,
  endpoint: E,
  request: FastifyRequest,
): Promise<Call<E>> {
  const actor = await actorFor(deps, endpoint, request.caller, organizationOf(request));
  return {
    actor: actor as ActorFor<E['needs']>,
    params: request.params as ParamsOf<E>,
    query: request.query as QueryOf<E>,
    body: request.body as BodyOf<E>,
    ifMatch: request.headers['if-match'] ?? null,
    address: request.ip,
  };
}

function organizationOf(request: FastifyRequest): string | undefined {
  const header = request.headers['x-organization'];
  return typeof header === 'string' && header !== '' ? header : undefined;
}

function idempotencyKeyOf(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined || request.method !== 'POST') return null;
  if (typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new Problem('idempotency-key-invalid', { detail: 'Give 1 to 200 visible ASCII characters.' });
}

async function send(reply: FastifyReply, answer: Reply): Promise<void> {
  if (answer.etag !== undefined) reply.header('etag', answer.etag);
  await reply.code(answer.status).send(answer.status === 204 ? null : answer.body);
}
