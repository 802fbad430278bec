import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A message that the sink accepted. */
export interface ReceivedMail {
  /** The recipients that the client named in the SMTP dialogue. */
  recipients: string[];
  sender: string;
  parsed: ParsedMail;
}

/** A real SMTP server on this machine that keeps what it gets. */
export interface SmtpSink {
  url: string;
  /** In the order of arrival. */
  received: ReceivedMail[];
  /** Answers every RCPT to this address with an error, such as `550 5.1.1 No such mailbox`. */
  refuse(address: string, answer: string): void;
  /** Takes the next messages, and drops the connection instead of saying so. They are in `dropped`. */
  dropNext(count: number): void;
  dropped: ReceivedMail[];
  /** Lets a message wait so long before it is accepted. */
  delayMs: number;
  stop(): Promise<void>;
  /** Listens again where it did before. */
  start(): Promise<void>;
}

/** Starts a sink on a free port. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const refusals = new Map<string, string>();
  let drops = 0;
  let port = 0;
  let server: SMTPServer | undefined;

  const sink: SmtpSink = {
    url: '',
    received: [],
    dropped: [],
    delayMs: 0,
    refuse: (address, answer) => void refusals.set(address, answer),
    dropNext: (count) => {
      drops = count;
    },
    async start() {
      server = makeServer();
      await new Promise<void>((resolve, reject) => {
        server?.once('error', reject);
        server?.listen(port, '127.0.0.1', resolve);
      });
      // A client that goes away in the middle is no concern of the sink.
      server.on('error', () => {});
      port = (server.server.address() as AddressInfo).port;
      sink.url = `smtp://127.0.0.1:${port}`;
    },
    async stop() {
      for (const connection of server?.connections ?? []) connection._socket.destroy();
      await new Promise<void>((resolve) => server?.close(resolve));
    },
  };

  function makeServer(): SMTPServer {
    return new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo({ address }, _session, done) {
        const answer = refusals.get(address);
        if (answer === undefined) return done();
        const [, code, text] = /^(\d{3}) (.*)$/.exec(answer) ?? [];
        done(Object.assign(new Error(text), { responseCode: Number(code) }));
      },
      async onData(stream, session, done) {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk);
        const mail = {
          recipients: session.envelope.rcptTo.map(({ address }) => address),
          sender: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
          parsed: await simpleParser(Buffer.concat(chunks)),
        };
        if (drops > 0) {
          drops -= 1;
          sink.dropped.push(mail);
          for (const connection of server?.connections ?? []) {
            if (connection.id === session.id) connection._socket.destroy();
          }
          return;
        }
        if (sink.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, sink.delayMs));
        sink.received.push(mail);
        done();
      },
    });
  }

  await sink.start();
  return sink;
}
