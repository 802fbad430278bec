export interface ErrorDescription {
  readonly message: string;
  readonly code?: string;
  /** What the identity provider answered. @source RFC 6749, 5.2 */
  readonly answer?: string;
  readonly cause?: ErrorDescription;
}

const MAX_DEPTH = 4;
const MAX_LENGTH = 300;

/**
 * What the log says of an error of the sign-in library, whose objects carry whole answers with tokens in them.
 *
 * @param secrets Taken out wherever an answer repeats them.
 */
export function describeError(error: unknown, secrets: readonly string[], depth = 0): ErrorDescription {
  const { message, code, error: oauthError, error_description, cause } = error as Record<string, unknown>;
  const clean = (value: unknown) => redact(String(value), secrets);
  const answer = [oauthError, error_description].filter((part) => typeof part === 'string').join(': ');
  return {
    message: clean(message ?? 'unknown error'),
    ...(typeof code === 'string' ? { code: clean(code) } : {}),
    ...(answer === '' ? {} : { answer: clean(answer) }),
    ...(cause instanceof Error && depth < MAX_DEPTH
      ? { cause: describeError(cause, secrets, depth + 1) }
      : {}),
  };
}

function redact(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, '(secret)'), text).slice(0, MAX_LENGTH);
}
