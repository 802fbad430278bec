import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CuttingProxy {
  readonly url: string;
  /** The methods of the requests that came through, in their order. */
  readonly requests: readonly string[];
  stop(): Promise<void>;
}

/** Stands before a server, and cuts the connection instead of passing its first answer to a method on. */
export async function cutFirstAnswer(target: string, method: string): Promise<CuttingProxy> {
  const requests: string[] = [];
  const proxy = createServer((request, response) => void passOn(request, response));
  async function passOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const isFirst = !requests.includes(method);
    requests.push(request.method ?? '');
    const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
    const answer = await fetch(`${target}${request.url}`, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
    });
    const body = await answer.text();
    if (request.method === method && isFirst) {
      request.socket.destroy();
      return;
    }
    const etag = answer.headers.get('etag');
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? 'application/json',
      ...(etag === null ? {} : { etag }),
    });
    response.end(body);
  }
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    requests,
    stop: () => new Promise((done) => proxy.close(() => done())),
  };
}
