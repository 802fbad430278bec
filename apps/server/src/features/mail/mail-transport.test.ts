import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { type Delivery, openMailTransport } from './mail-transport.ts';

const mail = {
  from: { name: 'Northlight Software', address: 'no-reply@northlight.example' },
  to: { name: 'Ines Duarte', address: 'ines@alder-finch.example' },
  messageId: '<1@northlight.example>',
  subject: 'Subject',
  text: 'Text',
  html: '<p>Text</p>',
};

let server: SMTPServer | undefined;
afterEach(() => new Promise<void>((resolve) => (server ? server.close(resolve) : resolve())));

/** Delivers one mail to a server of these options. `url` may hold `HOST`. */
async function deliverTo(options: SMTPServerOptions, url: string, seconds?: number): Promise<Delivery> {
  const started = new SMTPServer({ closeTimeout: 100, ...options });
  server = started;
  started.on('error', () => {});
  await new Promise<void>((resolve) => void started.listen(0, '127.0.0.1', resolve));
  const { port } = started.server.address() as AddressInfo;
  const transport = openMailTransport(url.replace('HOST', `127.0.0.1:${port}`), seconds);
  const delivery = await transport.deliver(mail);
  transport.close();
  return delivery;
}

test('a refused sign-in is worth a later try, and its error does not tell the password', async () => {
  const delivery = await deliverTo(
    {
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ password }, _session, done) =>
        done(Object.assign(new Error(`No user with password ${password}`), { responseCode: 535 })),
    },
    'smtp://mailer:s3cret%26more@HOST',
  );
  expect(delivery).toMatchObject({ kind: 'refused', isPermanent: false });
  const { error } = delivery as Extract<Delivery, { kind: 'refused' }>;
  expect(error).toContain('535');
  expect(error).not.toContain('s3cret');
});

test('with requireTLS nothing is sent to a server that offers no TLS', async () => {
  let received = 0;
  const options: SMTPServerOptions = {
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      received += 1;
      stream.resume().on('end', done);
    },
  };
  const delivery = await deliverTo(options, 'smtp://HOST?requireTLS=true');
  expect(delivery).toMatchObject({ kind: 'refused', isPermanent: false });
  expect(received).toBe(0);
});

test('a server whose certificate nobody vouches for gets nothing', async () => {
  const delivery = await deliverTo({ secure: true, onData: () => {} }, 'smtps://HOST');
  expect(delivery).toMatchObject({
    kind: 'refused',
    isPermanent: false,
    error: expect.stringMatching(/certificate/),
  });
});

test('a server that never answers holds a mail for a bounded time', async () => {
  const options: SMTPServerOptions = {
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream) => stream.resume(),
  };
  const delivery = await deliverTo(options, 'smtp://HOST', 0.3);
  expect(delivery).toMatchObject({ kind: 'refused', isPermanent: false });
});

test('a message that the server refuses for its content has failed for good', async () => {
  const options: SMTPServerOptions = {
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      const refusal = Object.assign(new Error('5.7.1 Not wanted here'), { responseCode: 554 });
      stream.resume().on('end', () => done(refusal));
    },
  };
  expect(await deliverTo(options, 'smtp://HOST')).toMatchObject({
    kind: 'refused',
    isPermanent: true,
    error: '554 5.7.1 Not wanted here',
  });
});
