import type { Readable } from 'node:stream';
import { DOWNLOADED_FILE_PATH } from '@muniment/contract/downloads.ts';
import { ProblemBody } from '@muniment/contract/problems.ts';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Database } from '../../database/connect.ts';
import { Problem } from '../../problem.ts';
import { beginDownload, deadLink } from './begin-download.ts';
import { type LinkClaims, readDownloadToken } from './download-link.ts';
import { answeredRange } from './file-range.ts';
import { guardFlow } from './guard-flow.ts';
import { type LinkedFile, selectLinkedFile } from './link-repository.ts';
import { type FileStorage, StorageError } from './storage/file-storage.ts';

export interface FileDeps {
  readonly db: Database;
  /** For what is asked again and again while bytes flow. */
  readonly prepared: Database;
  readonly linkKey: Buffer;
  readonly storage: FileStorage;
}

/** So soon after a permission ended nothing flows any more: whichever comes first. */
const ASKED_EVERY_MS = 2_000;
const ASKED_EVERY_BYTES = 16 * 1024 * 1024;

/**
 * Serves the bytes behind download links: to whoever has the link, for as long as whom it was made for may have the
 * file. Every request asks for that, and every stream again while it flows.
 *
 * @source W5, RFC 9110
 */
export function registerDownloadedFiles(app: FastifyInstance, deps: FileDeps): void {
  const flows = new Set<Readable>();
  // A server that stops would wait for hours: whoever downloads goes on at the next one.
  app.addHook('preClose', async () => {
    for (const flow of flows) flow.destroy(new Error('The server stops'));
  });
  const common = {
    url: DOWNLOADED_FILE_PATH,
    config: { needs: 'nothing' },
    handler: (request: FastifyRequest, reply: FastifyReply) => sendFile(deps, flows, request, reply),
  } as const;
  app.route({ ...common, method: 'HEAD', schema: { hide: true } });
  app.route({
    ...common,
    method: 'GET',
    exposeHeadRoute: false,
    schema: {
      operationId: 'downloadFile',
      summary: 'The bytes behind a download link (W5)',
      tags: ['Downloads'],
      security: [],
      params: Type.Object({ token: Type.String() }),
      response: {
        200: bytesAnswer('The whole file'),
        206: bytesAnswer('The one range that was asked for'),
        ...Object.fromEntries([400, 404, 416, 429, 500, 503].map((status) => [status, problemAnswer])),
      },
    },
  });
}

async function sendFile(
  deps: FileDeps,
  flows: Set<Readable>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const claims = readDownloadToken(deps.linkKey, (request.params as { token: string }).token);
  if (claims === null) throw deadLink();
  const file = await liveFile(deps, claims, false);

  const etag = `"${claims.sha256.toString('hex')}"`;
  const { range: asked, 'if-range': ifRange } = request.headers;
  const isHead = request.method === 'HEAD';
  // Of HEAD a range has no meaning (RFC 9110, 14.2).
  const answer = answeredRange(
    file.sizeBytes,
    etag,
    isHead ? {} : { range: asked, ifRange: textOf(ifRange) },
  );
  if (answer.status === 416) {
    reply.header('content-range', `bytes */${file.sizeBytes}`);
    throw new Problem('range-not-satisfiable', {
      detail: `The file has ${file.sizeBytes} bytes, and the range begins behind them.`,
    });
  }
  const { start, end } = answer.range;
  const send = await opened(deps.storage, file, isHead ? null : answer.range, request);
  if (send !== null) {
    try {
      await beginDownload(deps.db, claims);
    } catch (error) {
      send.destroy();
      throw error;
    }
  }

  reply
    .code(answer.status)
    .type('application/octet-stream')
    .header('content-length', end - start + 1)
    .header('accept-ranges', 'bytes')
    .header('etag', etag)
    .header('repr-digest', `sha-256=:${claims.sha256.toString('base64')}:`)
    .header('content-disposition', contentDisposition(file.fileName))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff');
  if (answer.status === 206) reply.header('content-range', `bytes ${start}-${end}/${file.sizeBytes}`);
  if (send === null) return reply.send();
  const flow = guardFlow(send, {
    bytes: end - start + 1,
    ask: async () => void (await liveFile(deps, claims, true)),
    everyMs: ASKED_EVERY_MS,
    everyBytes: ASKED_EVERY_BYTES,
  });
  flows.add(flow);
  flow.once('close', () => flows.delete(flow));
  flow.once('error', (error) => {
    if (error instanceof StorageError) logStorage(request, error);
  });
  return reply.send(flow);
}

/** @throws Problem not-found, the same for every link that is none any more, or never was one. */
async function liveFile({ prepared }: FileDeps, claims: LinkClaims, orBegun: boolean): Promise<LinkedFile> {
  const file = await selectLinkedFile(prepared, claims, orBegun);
  if (file === null) throw deadLink();
  return file;
}

async function opened(
  storage: FileStorage,
  file: LinkedFile,
  range: { readonly start: number; readonly end: number } | null,
  request: FastifyRequest,
) {
  try {
    if (range !== null) return await storage.open(file, range);
    await storage.check(file);
    return null;
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    logStorage(request, error);
    throw new Problem('file-unavailable', {
      detail: 'The file cannot be read just now. Whoever runs this server has been told.',
      retryAfterSeconds: 60,
    });
  }
}

function logStorage(request: FastifyRequest, error: StorageError): void {
  request.log.error({ err: error }, 'A download cannot be read from its storage');
}

function textOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(', ') : header;
}

function bytesAnswer(description: string) {
  return { description, content: { 'application/octet-stream': { schema: Type.Any() } } };
}

const problemAnswer = {
  description: 'A problem (RFC 9457)',
  content: { 'application/problem+json': { schema: ProblemBody } },
};
