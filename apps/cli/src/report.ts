import type { ProblemError } from '@muniment/contract/client.ts';
import { Failure, type WrongUsage } from './failure.ts';
import { hints, messages, nameHint } from './messages.ts';
import { printable } from './table.ts';
import type { Terminal } from './terminal.ts';

/** Prints a JSON value as the answer. */
export function printJson(terminal: Terminal, value: unknown): void {
  terminal.print(JSON.stringify(value, null, 2));
}

/**
 * Says on standard error what the server refused: for people title, detail, fields, license IDs and the id of
 * the request; for scripts the problem as it came.
 *
 * @source RFC 9457
 */
export function reportProblem(terminal: Terminal, problem: ProblemError, json: boolean, hint?: string): void {
  const { body, id, retryAfterSeconds } = problem;
  if (json) {
    terminal.note(JSON.stringify(body, null, 2));
    return;
  }
  headline(terminal, body.title);
  // Of a single field the detail says it all.
  const errors = (body.errors ?? []).filter(({ detail }) => !body.detail?.endsWith(detail));
  const lines = [
    body.detail,
    ...errors.map(({ pointer, detail }) => `${pointer}: ${detail}`),
    body.licenseIds === undefined ? undefined : messages.licenseIds(body.licenseIds),
    hint ?? (id === null ? undefined : hints[id]),
    needsName(problem) ? nameHint : undefined,
    retryAfterSeconds === null ? undefined : messages.retryAfter(retryAfterSeconds),
    body.instance === undefined ? undefined : messages.request(body.instance),
  ];
  for (const line of lines) if (line !== undefined) terminal.note(`  ${printable(line)}`);
}

/** Says on standard error what went wrong here. */
export function reportFailure(terminal: Terminal, error: unknown, json: boolean): void {
  const failure = error instanceof Failure ? error : unexpected(error);
  const { id, title, detail } = failure;
  if (json) {
    terminal.note(JSON.stringify({ type: `urn:muniment:vl:${id}`, title, detail }, null, 2));
    return;
  }
  headline(terminal, title);
  if (detail !== undefined) terminal.note(`  ${printable(detail)}`);
}

/** Says on standard error how the command must be typed. */
export function reportWrongUsage(
  terminal: Terminal,
  error: WrongUsage,
  command: string,
  json: boolean,
): void {
  const { message } = error;
  const detail = messages.moreHelp(command);
  if (json) {
    terminal.note(JSON.stringify({ type: 'urn:muniment:vl:wrong-usage', title: message, detail }, null, 2));
    return;
  }
  headline(terminal, message);
  terminal.note(`  ${detail}`);
}

function headline(terminal: Terminal, text: string): void {
  terminal.note(`${terminal.style('red', 'vl:', 'beside')} ${printable(text)}`);
}

function needsName({ id, body }: ProblemError): boolean {
  return (
    id === 'invalid-request' &&
    (body.errors ?? []).some(({ pointer }) => /\/user\/displayName$/.test(pointer))
  );
}

function unexpected(error: unknown): Failure {
  return new Failure(
    'unexpected',
    messages.unexpected,
    error instanceof Error ? error.message : String(error),
  );
}
