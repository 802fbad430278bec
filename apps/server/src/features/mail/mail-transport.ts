import { createTransport } from 'nodemailer';

/** A message to one person. Addresses stay apart from names: a text of both could be read as two recipients. */
export interface OutgoingMail {
  from: { name: string; address: string };
  to: { name: string; address: string };
  /** The same over every try, so that a mail program shows a repeated mail once. */
  messageId: string;
  subject: string;
  text: string;
  html: string;
}

export type Delivery =
  | { kind: 'accepted' }
  /** `isPermanent`: the server would refuse the same message to the same person again. */
  | { kind: 'refused'; isPermanent: boolean; error: string };

export interface MailTransport {
  /** Hands a message to the server. Whatever goes wrong is returned, never thrown. */
  deliver(mail: OutgoingMail): Promise<Delivery>;
  /** Closes the connections; a message on its way is finished. */
  close(): void;
}

/** The longest that one message may take, the wait for a connection included. */
const DELIVERY_SECONDS = 120;
const ERROR_MAX_LENGTH = 500;

/**
 * Opens a pool of connections to an SMTP server.
 *
 * @param smtpUrl `smtp:` (STARTTLS where offered; `?requireTLS=true` insists) or `smtps:`, with user and password
 *   where needed. Its query may set other options of nodemailer's pool, such as `maxConnections`.
 */
export function openMailTransport(smtpUrl: string, deliverySeconds = DELIVERY_SECONDS): MailTransport {
  const transporter = createTransport({
    pool: true,
    url: smtpUrl,
    dnsTimeout: 10_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
    // A message is tried again by its row, which counts. Once only here: on a connection that had been closed
    // while it was idle, and took nothing.
    maxRequeues: 1,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // Errors of a message come with its promise; one of an idle connection concerns nobody.
  transporter.on('error', () => {});
  const secrets = passwordsOf(smtpUrl);

  return {
    async deliver({ from, to, messageId, subject, text, html }) {
      try {
        await transporter.sendMail({
          from,
          to,
          messageId,
          subject,
          text,
          html,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
          signal: AbortSignal.timeout(deliverySeconds * 1_000),
        });
        return { kind: 'accepted' };
      } catch (error) {
        return { kind: 'refused', isPermanent: isPermanent(error), error: describe(error, secrets) };
      }
    },
    close: () => transporter.close(),
  };
}

/** What nodemailer tells of a failure. */
interface SmtpFailure {
  message?: unknown;
  /** The server's whole answer, beginning with its code. */
  response?: unknown;
  command?: unknown;
  permanent?: unknown;
}

/**
 * A 5yz answer to the recipient or to the message itself. One to the sign-in, the greeting or the sender speaks of
 * our set-up, which the operator can mend while the mail waits.
 *
 * @source RFC 5321, 4.2.1
 */
function isPermanent(error: unknown): boolean {
  const { permanent, command } = error as SmtpFailure;
  return permanent === true && (command === 'RCPT TO' || command === 'DATA');
}

function describe(error: unknown, secrets: readonly string[]): string {
  const { response, message } = error as SmtpFailure;
  let text = typeof response === 'string' ? response : String(message ?? error);
  for (const secret of secrets) text = text.replaceAll(secret, '***');
  return text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, ERROR_MAX_LENGTH);
}

/** The password as the URL has it, and as it is meant. */
function passwordsOf(smtpUrl: string): string[] {
  const written = URL.parse(smtpUrl)?.password ?? '';
  const meant = new URLSearchParams(`password=${written.replaceAll('+', '%2B')}`).get('password') ?? '';
  return [written, meant].filter((password) => password !== '');
}
