import type { TSchema } from 'typebox';
import { fieldErrorOf } from '../../http/problem-of-error.ts';
import { createBodyCheck } from '../../http/validate-request.ts';
import type { RecordKind, RejectedRecord } from './record-kind.ts';

const checkOf = createBodyCheck();
const checks = new Map<TSchema, ReturnType<typeof checkOf>>();

/** Holds a record without its `type` against the schema of its kind, as a body is. @returns null where it is as it should be. */
export function checkRecord({ schema }: RecordKind, record: unknown): RejectedRecord | null {
  const check = checks.get(schema) ?? checkOf(schema);
  checks.set(schema, check);
  if (check(record)) return null;
  return { outcome: 'rejected', ...fieldErrorOf(check.errors ?? []) };
}
