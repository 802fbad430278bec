import { type AddressInfo, connect as connectSocket, createServer, type Server, type Socket } from 'node:net';

/** Stands between the server and its database, and can take it away. */
export interface DatabaseProxy {
  /** The database's URL through the proxy. */
  readonly url: string;
  /** Refuses connections and breaks those that are open, as a database that was killed. */
  takeAway(): Promise<void>;
  /** Breaks open connections; new ones work, as after a failover. */
  breakConnections(): void;
  /** Passes nothing on, as a database that was stopped or a network that swallows. */
  freeze(): void;
  unfreeze(): void;
  bringBack(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a proxy in front of a database, reached by its socket directory or by TCP. */
export async function startDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const directory = target.searchParams.get('host');
  const databasePort = Number(target.port || 5432);
  const sockets = new Set<Socket>();
  let isFrozen = false;
  let port = 0;
  let server: Server | undefined;

  function pass(client: Socket): void {
    const upstream =
      directory === null
        ? connectSocket(databasePort, target.hostname)
        : connectSocket(`${directory}/.s.PGSQL.${databasePort}`);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk) => to.write(chunk));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      if (isFrozen) from.pause();
    }
  }

  function breakConnections(): void {
    for (const socket of sockets) socket.destroy();
  }

  async function bringBack(): Promise<void> {
    server = createServer(pass);
    await new Promise<void>((done) => server?.listen(port, '127.0.0.1', done));
    port = (server.address() as AddressInfo).port;
  }

  async function takeAway(): Promise<void> {
    const closed = new Promise((done) => server?.close(done));
    breakConnections();
    await closed;
  }

  await bringBack();
  const url = new URL(databaseUrl);
  url.searchParams.delete('host');
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return {
    url: url.href,
    takeAway,
    breakConnections,
    bringBack,
    freeze() {
      isFrozen = true;
      for (const socket of sockets) socket.pause();
    },
    unfreeze() {
      isFrozen = false;
      for (const socket of sockets) socket.resume();
    },
    close: takeAway,
  };
}
