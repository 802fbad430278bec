import type { FastifyError, FastifySchemaValidationError } from 'fastify';
import { Problem } from '../problem.ts';

// SQLSTATE classes and codes that mean "not now": connection lost, shutting down, too many connections, locked
// for too long, deadlock, statement cancelled by a time-out, disk full, read only.
const NOT_NOW = /^(08...|57P0[1-5]|57014|53...|55P03|40P01|40001|25006|58...)$/;
// PostgreSQL keeps no NUL in a text.
const NO_TEXT = new Set(['22021', '22P05']);
// SQLSTATE codes of values that passed the schemas and that PostgreSQL does not take: numbers, dates, ids,
// texts.
const NOT_A_VALUE = /^(22003|22007|22008|22021|22P02|22P05)$/;
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND']);

/**
 * Turns whatever a request ran into into the problem that the caller may read.
 *
 * What is not expected becomes `internal-error`, which says nothing but the id of the request.
 */
export function problemOfError(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { code, statusCode, validation, validationContext } = error as Partial<FastifyError> & {
    code?: string;
  };
  if (validation !== undefined) return problemOfValidation(validation, validationContext);
  if (isUnavailable(error)) {
    return new Problem('unavailable', {
      detail:
        'The database does not answer just now, or is busy with the same license IDs. Try again, with the same Idempotency-Key.',
      retryAfterSeconds: 2,
    });
  }
  if (code !== undefined && NO_TEXT.has(code)) {
    return new Problem('invalid-request', { detail: 'A text holds the character NUL, which is not kept.' });
  }
  if (code !== undefined && NOT_A_VALUE.test(code)) {
    return new Problem('invalid-request', { detail: 'A value in the request is none that can be kept.' });
  }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Problem('payload-too-large');
  if (statusCode === 429) return new Problem('too-many-requests', { detail: 'Wait a moment, then go on.' });
  if (statusCode === 404) return new Problem('not-found');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Problem('invalid-request', { detail: messageOfClientError(code) });
  }
  return new Problem('internal-error');
}

/** Whether an error says that the database cannot be used for the moment. */
export function isUnavailable(error: unknown): boolean {
  const { code, syscall, message = '' } = error as { code?: string; syscall?: string; message?: string };
  // The database's socket is gone; any other missing file is our own mistake.
  if (code === 'ENOENT' && syscall === 'connect') return true;
  if (code !== undefined && (NETWORK.has(code) || NOT_NOW.test(code))) return true;
  return /timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client has encountered a connection error/.test(
    message,
  );
}

function messageOfClientError(code: string | undefined): string {
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return 'Say what you send: content-type: application/json, or application/pdf where a document is asked for.';
  }
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY') return 'The body is empty: send JSON.';
  return 'The request is malformed: check its URL, headers and JSON.';
}

function problemOfValidation(errors: readonly FastifySchemaValidationError[], context = 'body'): Problem {
  const error = fieldErrorOf(errors, context);
  return new Problem('invalid-request', {
    detail: `${error.pointer || context}: ${error.detail}`,
    errors: [error],
  });
}

/** What a schema finds wrong with a body, in the words that callers read: the field, and what is wrong with it. */
export function fieldErrorOf(
  errors: readonly FastifySchemaValidationError[],
  context = 'body',
): { pointer: string; detail: string } {
  const error = mostSpecific(errors);
  if (error === undefined) return { pointer: '', detail: 'It is not valid.' };
  return { pointer: pointerOf(error, context), detail: detailOf(error) };
}

/**
 * The error that tells most: the deepest one. A union reports every branch; the branch that was meant is the
 * one that got furthest.
 */
function mostSpecific(
  errors: readonly FastifySchemaValidationError[],
): FastifySchemaValidationError | undefined {
  const depth = (error: FastifySchemaValidationError) =>
    error.instancePath.split('/').length +
    (error.keyword === 'additionalProperties' ? 0.6 : 0) +
    (error.keyword === 'anyOf' ? -0.5 : 0);
  return errors.reduce<FastifySchemaValidationError | undefined>(
    (best, error) => (best === undefined || depth(error) > depth(best) ? error : best),
    undefined,
  );
}

function pointerOf(error: FastifySchemaValidationError, context: string): string {
  const { missingProperty, additionalProperty } = error.params as Record<string, string | undefined>;
  const last = missingProperty ?? additionalProperty;
  const path =
    last === undefined
      ? error.instancePath
      : `${error.instancePath}/${last.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return context === 'body' ? path : `${context.replace('querystring', 'query')}${path}`;
}

function detailOf(error: FastifySchemaValidationError): string {
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'additionalProperties':
      return 'There is no such field.';
    case 'required':
      return 'This field is missing.';
    case 'enum':
      return `Give one of ${(params.allowedValues as unknown[]).join(', ')}.`;
    case 'format':
      return `This is no ${FORMAT_NAMES[params.format as string] ?? params.format}.`;
    case 'pattern':
      return params.pattern?.toString().includes('\\p{Cc}')
        ? 'Give some text without line breaks or other control characters.'
        : `This does not look as it should (${params.pattern}).`;
    case 'minLength':
    case 'minItems':
      return `Give at least ${params.limit}.`;
    case 'maxLength':
      return `Give at most ${params.limit} characters.`;
    case 'maxItems':
      return `Give at most ${params.limit} at once.`;
    default:
      return `It ${error.message ?? 'is not valid'}.`;
  }
}

const FORMAT_NAMES: Record<string, string> = {
  'email-address': 'e-mail address of at most 254 characters',
  'date-time': 'date and time in RFC 3339 (2027-01-31T09:00:00Z)',
  date: 'date (2027-01-31)',
  uuid: 'id',
};
