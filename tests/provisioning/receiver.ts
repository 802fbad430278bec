import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** One message as it arrived. */
export interface Received {
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly type: string;
  readonly vlUser: { readonly id: string; readonly signInEmail: string; readonly displayName: string };
  readonly organizationNumber: string;
  readonly licenses: readonly ToldLicense[];
}

export interface ToldLicense {
  readonly licenseId: string;
  readonly version: number;
  readonly roles: readonly {
    readonly role: string;
    readonly startsAt: string;
    readonly endsAt: string | null;
  }[];
}

export type Answer = (response: ServerResponse, received: Received) => void;

/** Answers with a status, and a body where one is given. */
export function status(code: number, body?: unknown): Answer {
  return (response) => {
    response.writeHead(code, { 'content-type': 'application/json' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };
}

/** Never answers. */
export const silence: Answer = () => {};

/** A system of the publisher, at a path of its own. */
export interface System {
  readonly url: string;
  readonly received: Received[];
  /** How it answers: 204 until it is told otherwise. */
  answer: Answer;
  /** What it holds by its messages, by VL user and license ID, if it takes only what is newer. */
  readonly held: Map<string, ToldLicense>;
  /** What it has received of one VL user. */
  of(vlUserId: string): Received[];
}

export interface Receiver {
  readonly port: number;
  system(path: string): System;
  stop(): Promise<void>;
}

/** Real systems on 127.0.0.1, as the publisher would run them. */
export async function startReceiver(): Promise<Receiver> {
  const systems = new Map<string, System>();
  const server = createServer((request, response) => {
    void readAll(request).then((text) => {
      const system = systems.get(request.url ?? '');
      if (system === undefined) return response.writeHead(404).end();
      const received = receivedOf(request, text);
      system.received.push(received);
      system.answer(response, received);
      if (response.statusCode < 300) keep(system.held, received);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    system(path) {
      const system: System = {
        url: `http://127.0.0.1:${port}/${path}`,
        received: [],
        answer: status(204),
        held: new Map(),
        of: (vlUserId) => system.received.filter(({ vlUser }) => vlUser.id === vlUserId),
      };
      systems.set(`/${path}`, system);
      return system;
    },
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Checks the signature as a receiver would. @throws Where it is not right. */
export function verify(secret: string, { text, headers }: Received): void {
  new Webhook(secret).verify(text, headers);
}

function receivedOf(request: IncomingMessage, text: string): Received {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  const { type, data } = JSON.parse(text);
  return { id: headers['webhook-id'] ?? '', headers, text, type, ...data };
}

function keep(held: System['held'], { vlUser, licenses }: Received): void {
  for (const license of licenses) {
    const key = `${vlUser.id} ${license.licenseId}`;
    if (license.version > (held.get(key)?.version ?? 0)) held.set(key, license);
  }
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
