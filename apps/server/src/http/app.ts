import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import fastifyRateLimit from '@fastify/rate-limit';
import type { Needs, TokenScope } from '@muniment/contract/endpoint.ts';
import fastify, {
  type FastifyInstance,
  type FastifyRequest,
  type FastifyServerOptions,
  type RouteOptions,
} from 'fastify';
import helmet from 'helmet';
import type { Caller } from '../actor.ts';
import { Problem, problemBody } from '../problem.ts';
import type { Settings } from '../settings.ts';
import { loggedPath } from './logged-request.ts';
import { problemOfError } from './problem-of-error.ts';
import { type ActorDeps, resolveCaller } from './resolve-actor.ts';
import { createValidatorCompiler } from './validate-request.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
  }
  interface FastifyContextConfig {
    /** What a caller must be; every route declares it. */
    needs?: Needs;
    /** What an API token must be good for, where the endpoint names it. */
    scope?: TokenScope;
  }
  interface FastifySchema {
    /** Said in the OpenAPI document too: what a caller must be, or the action that a role must allow. */
    'x-needs'?: Needs;
  }
}

/** Of a body whose endpoint says nothing else. */
const BODY_LIMIT_BYTES = 64 * 1024;

export type AppSettings = Pick<Settings, 'publicUrl' | 'trustProxy' | 'logLevel' | 'rateLimitPerMinute'>;

/**
 * Makes the HTTP server without any route: validation, problems, security headers, limits and who is calling.
 *
 * A route that does not declare `config.needs` stops the start: nothing is served by oversight.
 */
export async function createApp(settings: AppSettings, deps: ActorDeps): Promise<FastifyInstance> {
  const options: FastifyServerOptions = {
    logger: {
      level: settings.logLevel,
      redact: ['req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]'],
      serializers: { req: ({ method, url }) => ({ method, url: loggedPath(url) }) },
    },
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: BODY_LIMIT_BYTES,
    // While it stops, requests on open connections are still answered, and the connections closed behind them.
    return503OnClosing: false,
    trustProxy: settings.trustProxy.length === 0 ? false : [...settings.trustProxy],
    routerOptions: { maxParamLength: 500 },
    serializerOpts: { ajv: { formats: { 'email-address': true } } },
    clientErrorHandler: refuseMalformed(settings.publicUrl),
    frameworkErrors: (error, request, reply) => {
      const problem = problemOfError(error);
      void reply
        .code(problem.status as never)
        .type('application/problem+json')
        .send(JSON.stringify(problemBody(problem, settings.publicUrl, request.id)) as never);
    },
  };
  const app: FastifyInstance = fastify(options);
  app.setValidatorCompiler(createValidatorCompiler());

  // Looked at when all is registered: plugins declare theirs in hooks of their own.
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => {
    routes.push(route);
  });
  app.addHook('onReady', async () => {
    const silent = routes.filter((route) => route.config?.needs === undefined);
    if (silent.length > 0) {
      throw new Error(`These routes do not say what they need: ${silent.map(({ url }) => url).join(', ')}`);
    }
  });
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOfError(error);
    if (problem.id === 'internal-error') request.log.error(error);
    if (problem.facts.retryAfterSeconds !== undefined)
      reply.header('retry-after', problem.facts.retryAfterSeconds);
    return reply
      .code(problem.status)
      .type('application/problem+json')
      .serializer((body) => JSON.stringify(body))
      .send(problemBody(problem, settings.publicUrl, request.id));
  });
  app.setNotFoundHandler({}, (request, reply) => {
    // Whoever typed an address into a browser reads a page; programs get a problem.
    if (!app.hasDecorator('consolePage') || !asksForPage(request)) throw new Problem('not-found');
    return reply
      .code(404)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(app.getDecorator<Buffer>('consolePage'));
  });

  // Made once: the plugin of the same library makes it anew with every request.
  const secure = helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: null,
        upgradeInsecureRequests: settings.publicUrl.startsWith('https:') ? [] : null,
      },
    },
    strictTransportSecurity: settings.publicUrl.startsWith('https:'),
    referrerPolicy: { policy: 'no-referrer' },
  });
  app.addHook('onRequest', (request, reply, done) => secure(request.raw, reply.raw, () => done()));
  await app.register(fastifyCookie);

  app.decorateRequest('caller');
  app.addHook('onRequest', async (request, reply) => {
    // The sign-in routes and files read no credentials.
    if (!isOfApi(request)) return;
    reply.header('cache-control', 'no-store');
    request.caller = await resolveCaller(deps, request);
    // Before the body is read: nobody makes the server parse what it will not answer.
    if (request.caller.kind === 'anyone' && request.routeOptions.config.needs !== 'nothing') {
      throw new Problem('not-signed-in', { detail: 'Sign in, or send an API token.' });
    }
  });
  if (settings.rateLimitPerMinute > 0) {
    await app.register(fastifyRateLimit, {
      max: settings.rateLimitPerMinute,
      timeWindow: 60_000,
      // After the caller is known, and before the body is read.
      hook: 'onRequest',
      keyGenerator: (request) => request.caller?.key ?? request.ip,
      // Downstream systems ask about everybody's access; a person has no such need.
      allowList: (request) =>
        !isOfApi(request) ||
        (request.routeOptions.config.scope === 'access:check' && request.caller.kind === 'publisher'),
      errorResponseBuilder: (_request, { ttl }) => {
        const seconds = Math.ceil(ttl / 1000);
        return new Problem('too-many-requests', {
          detail: `More than ${settings.rateLimitPerMinute} requests a minute. Go on in ${seconds} s.`,
          retryAfterSeconds: seconds,
        });
      },
    });
  }
  return app;
}

/** By the route, not by the URL: `/%761/me` and `http://host/v1/me` are the same route. */
function isOfApi(request: FastifyRequest): boolean {
  return request.routeOptions.url?.startsWith('/v1/') ?? false;
}

/** Whether a browser asks for a page, by what it would rather have: `text/html` by name, and no JSON. */
function asksForPage({ method, url, headers: { accept = '' } }: FastifyRequest): boolean {
  const isOfProgram = /^\/(v1|scim)(\/|$)/.test(url.split('?', 1)[0] ?? '');
  return (method === 'GET' || method === 'HEAD') && !isOfProgram && /\btext\/html\b/.test(accept);
}

/** Answers what is no HTTP at all: there is no request yet, and nothing to tell of it. */
function refuseMalformed(publicUrl: string): NonNullable<FastifyServerOptions['clientErrorHandler']> {
  return (error, socket) => {
    if ((error as NodeJS.ErrnoException).code === 'ECONNRESET' || !socket.writable) return;
    const problem = new Problem('invalid-request', { detail: 'This is no HTTP request.' });
    const body = JSON.stringify(problemBody(problem, publicUrl, randomUUID()));
    socket.end(
      `HTTP/1.1 400 Bad Request\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    );
  };
}
