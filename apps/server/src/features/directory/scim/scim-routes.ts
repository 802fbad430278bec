import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { validate as isUuid } from 'uuid';
import type { Trx } from '../../../database/connect.ts';
import { inTransaction } from '../../../database/transaction.ts';
import { problemOfError } from '../../../http/problem-of-error.ts';
import { resolveDirectory } from '../../../http/resolve-actor.ts';
import type { ServeDeps } from '../../../http/serve-endpoint.ts';
import { type DirectoryAccount, resourceOf, versionOf } from '../account.ts';
import { selectAccount, selectAccountPage } from '../account-repository.ts';
import {
  createAccount,
  deleteAccount,
  matchesVersion,
  patchAccount,
  replaceAccount,
} from '../provision-account.ts';
import { resourceTypes, schemas, serviceProviderConfig } from './discovery.ts';
import { readListRequest } from './list-request.ts';
import { type Projection, project, readProjection } from './projection.ts';
import { isObject, memberNamed } from './read-user.ts';
import { invalidValue, notThere, ScimError, scimErrorBody } from './scim-error.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose directory is calling, on /scim. */
    directoryOf: string;
  }
}

const CONTENT_TYPE = 'application/scim+json';
const LIST_URN = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
const SEARCH_URN = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';
const config = { needs: 'scim' } as const;
const schema = { hide: true } as const;

/**
 * Serves /scim/v2, by which an organization's directory pushes its accounts.
 *
 * @source RFC 7643, RFC 7644, B9
 */
export async function registerScim(app: FastifyInstance, deps: ServeDeps): Promise<void> {
  const base = `${deps.publicUrl}/scim/v2`;
  app.decorateRequest('directoryOf', '');
  await app.register(
    async (scope) => {
      speakScim(scope, deps);
      describe(scope, base);
      serveUsers(scope, deps, base);
      // Who is calling is a directory, and no user of it. @source RFC 7644 3.11
      scope.all('/Me', { config, schema }, () => {
        throw new ScimError(501, null, 'There is no user behind a directory.');
      });
    },
    { prefix: '/scim/v2' },
  );
}

/** Media types, errors and credentials as SCIM has them. */
function speakScim(scope: FastifyInstance, deps: ServeDeps): void {
  const parse = scope.getDefaultJsonParser('error', 'error');
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    [CONTENT_TYPE, 'application/json'],
    { parseAs: 'string' },
    (request, body, done) => {
      // Some clients name a type for no body at all.
      if (body === '') done(null, undefined);
      else void parse(request, body as string, done);
    },
  );
  scope.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    request.directoryOf = await resolveDirectory(deps, request);
  });
  scope.setErrorHandler((error, request, reply) => refuse(request, reply, error));
  scope.setNotFoundHandler((request, reply) => refuse(request, reply, notThere()));
}

function refuse(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const refusal = scimErrorOf(request, reply, error);
  if (refusal.status === 401) reply.header('www-authenticate', 'Bearer realm="scim"');
  return send(reply, refusal.status, scimErrorBody(refusal));
}

function scimErrorOf(request: FastifyRequest, reply: FastifyReply, error: unknown): ScimError {
  if (error instanceof ScimError) return error;
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  if (statusCode === 415) return new ScimError(415, null, `Send ${CONTENT_TYPE}.`);
  if (error instanceof SyntaxError || code === 'FST_ERR_CTP_INVALID_JSON_BODY') {
    return new ScimError(400, 'invalidSyntax', 'The body is no JSON.');
  }
  const problem = problemOfError(error);
  if (problem.id === 'internal-error') request.log.error(error);
  const { retryAfterSeconds, detail } = problem.facts;
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
  const scimType = problem.status === 400 ? 'invalidSyntax' : null;
  return new ScimError(problem.status, scimType, detail ?? problem.message);
}

/** What is served here, for clients to find out. @source RFC 7644 4 */
function describe(scope: FastifyInstance, base: string): void {
  const answer = (path: string, handle: (request: FastifyRequest) => object) => {
    scope.get(path, { config, schema }, (request, reply) => {
      if (memberNamed(request.query as Record<string, unknown>, 'filter') !== undefined) {
        throw new ScimError(403, null, 'What is served here cannot be filtered.');
      }
      return send(reply, 200, handle(request));
    });
  };
  const named = (request: FastifyRequest) => (request.params as { id: string }).id.toLowerCase();
  answer('/ServiceProviderConfig', () => serviceProviderConfig(base));
  answer('/ResourceTypes', () => listOf(resourceTypes(base)));
  answer('/ResourceTypes/:id', (request) => found(resourceTypes(base), named(request)));
  answer('/Schemas', () => listOf(schemas(base)));
  answer('/Schemas/:id', (request) => found(schemas(base), named(request)));
}

function found<T extends { readonly id: string }>(all: readonly T[], id: string): T {
  const one = all.find((candidate) => candidate.id.toLowerCase() === id);
  if (one === undefined) throw notThere();
  return one;
}

function serveUsers(scope: FastifyInstance, deps: ServeDeps, base: string): void {
  const route = (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    handler: RouteHandlerMethod,
  ) => scope.route({ method, url: path, config, schema, handler });
  const write = <T>(work: (trx: Trx) => Promise<T>) => inTransaction(deps.db, work);
  const idOf = (request: FastifyRequest) => (request.params as { id: string }).id;
  const ifMatch = (request: FastifyRequest) => request.headers['if-match'] ?? null;
  const answer = (
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    account: DirectoryAccount,
  ) => {
    const resource = resourceOf(account, base);
    reply.header('etag', versionOf(account)).header('location', resource.meta.location);
    return send(reply, status, project(resource, projectionOf(request)));
  };

  route('POST', '/Users', async (request, reply) => {
    const account = await write((trx) => createAccount(trx, request.directoryOf, request.body));
    return answer(request, reply, 201, account);
  });

  route('GET', '/Users/:id', async (request, reply) => {
    const id = idOf(request);
    const account = isUuid(id) ? await selectAccount(deps.db, request.directoryOf, id) : null;
    if (account === null) throw notThere();
    const known = request.headers['if-none-match'];
    if (known !== undefined && matchesVersion(known, account)) {
      return reply.code(304).header('etag', versionOf(account)).send();
    }
    return answer(request, reply, 200, account);
  });

  route('PUT', '/Users/:id', async (request, reply) => {
    const { directoryOf, body } = request;
    const account = await write((trx) =>
      replaceAccount(trx, directoryOf, idOf(request), body, ifMatch(request)),
    );
    return answer(request, reply, 200, account);
  });

  route('PATCH', '/Users/:id', async (request, reply) => {
    const { directoryOf, body } = request;
    const account = await write((trx) =>
      patchAccount(trx, directoryOf, idOf(request), body, ifMatch(request)),
    );
    return answer(request, reply, 200, account);
  });

  route('DELETE', '/Users/:id', async (request, reply) => {
    await write((trx) => deleteAccount(trx, request.directoryOf, idOf(request), ifMatch(request)));
    return reply.code(204).send();
  });

  const list = async (
    request: FastifyRequest,
    reply: FastifyReply,
    parameters: Readonly<Record<string, unknown>>,
    projection: Projection,
  ) => {
    const wanted = readListRequest(parameters);
    const { accounts, total } = await selectAccountPage(deps.db, request.directoryOf, wanted, base);
    const resources = accounts.map((account) => project(resourceOf(account, base), projection));
    return send(reply, 200, listOf(resources, total, wanted.startIndex));
  };

  route('GET', '/Users', (request, reply) =>
    list(request, reply, request.query as Record<string, unknown>, projectionOf(request)),
  );

  // For filters that do not belong in a URL. @source RFC 7644 3.4.3
  route('POST', '/Users/.search', (request, reply) => {
    const { body } = request;
    const named = isObject(body) ? memberNamed(body, 'schemas') : undefined;
    if (!isObject(body) || !Array.isArray(named) || !named.includes(SEARCH_URN)) {
      throw new ScimError(400, 'invalidSyntax', `The attribute schemas must hold ${SEARCH_URN}.`);
    }
    const projection = readProjection(
      memberNamed(body, 'attributes'),
      memberNamed(body, 'excludedAttributes'),
    );
    return list(request, reply, body, projection);
  });
}

function projectionOf(request: FastifyRequest): Projection {
  const query = request.query as Record<string, unknown>;
  const attributes = memberNamed(query, 'attributes');
  const excludedAttributes = memberNamed(query, 'excludedAttributes');
  if (attributes && excludedAttributes) throw invalidValue('Ask for attributes or for excludedAttributes.');
  return readProjection(attributes, excludedAttributes);
}

function listOf(resources: readonly object[], totalResults = resources.length, startIndex = 1) {
  return {
    schemas: [LIST_URN],
    totalResults,
    startIndex,
    itemsPerPage: resources.length,
    Resources: resources,
  };
}

function send(reply: FastifyReply, status: number, body: object): FastifyReply {
  return reply
    .code(status)
    .type(CONTENT_TYPE)
    .serializer((value: unknown) => JSON.stringify(value))
    .send(body);
}
