import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { strict } from './fields.ts';

/** As many records one call may hold. */
export const RECORDS_MAX = 1_000;
/** As long the body of one call may be. A thousand records of usual length are a tenth of it. */
const RECORDS_MAX_BYTES = 8 * 1024 * 1024;

export const RECORD_OUTCOMES = ['created', 'updated', 'unchanged', 'rejected'] as const;

/** What became of a single record that was put. */
export const SavedRecord = Type.Object({ outcome: Type.Enum(['created', 'updated', 'unchanged']) });

const RecordReport = Type.Object({
  line: Type.Integer(),
  outcome: Type.Enum([...RECORD_OUTCOMES]),
  pointer: Type.Optional(
    Type.String({ description: 'Of a rejected record: the JSON pointer of the field that is wrong.' }),
  ),
  detail: Type.Optional(Type.String({ description: 'Of a rejected record: what is wrong with it.' })),
});
export type RecordReport = Type.Static<typeof RecordReport>;

export const pushRecords = endpoint({
  id: 'pushRecords',
  tag: 'Partner',
  method: 'POST',
  path: '/v1/partner/records',
  summary:
    'Save many records of any types at once, each by itself: a bad one is told, and the others are saved',
  needs: 'partner-or-publisher',
  maxBodyBytes: RECORDS_MAX_BYTES,
  body: Type.Object(
    {
      records: Type.Array(
        Type.Object(
          {
            line: Type.Integer({
              minimum: 1,
              description: 'Of the file; it names the record in the answer.',
            }),
            record: Type.Unknown({
              description: 'An object: its `type`, and the fields that the PUT of this type takes.',
            }),
          },
          strict,
        ),
        { minItems: 1, maxItems: RECORDS_MAX },
      ),
    },
    {
      ...strict,
      examples: [
        {
          records: [{ line: 1, record: { type: 'organization', number: '10482', name: 'Halden Robotics' } }],
        },
      ],
    },
  ),
  responses: {
    200: Type.Object({
      records: Type.Array(RecordReport, { description: 'One for each record, in the same order.' }),
    }),
  },
});

/** As many objects and lists lie inside each other in a record: far more than in any type of record. */
const RECORD_DEPTH_MAX = 32;

/** Whether a record is nested so deeply that a program which writes it might not come back. */
export function isTooDeep(record: unknown, left = RECORD_DEPTH_MAX): boolean {
  if (typeof record !== 'object' || record === null) return false;
  if (left === 0) return true;
  return Object.values(record).some((value) => isTooDeep(value, left - 1));
}
