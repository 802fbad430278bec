import { LEGACY_CUT_OFF, type LegacyColumn } from '@muniment/domain/legacy-row.ts';
import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { CalendarDate, strict } from './fields.ts';

/** As many rows one call may hold. */
export const LEGACY_ROWS_MAX = 500;
/** As long a cell is read. What is longer is no name, address or list of roles. */
export const LEGACY_CELL_MAX = 1_000;
/** As many roles one row may name. */
export const LEGACY_ROLES_MAX = 50;

/** What the columns of an export are called. */
export const LEGACY_COLUMN_NAMES: Readonly<Record<LegacyColumn, string>> = {
  licenseId: 'License ID',
  signInEmail: 'Sign-in e-mail',
  businessEmail: 'Business e-mail',
  displayName: 'Display name',
  roles: 'Roles',
  assignedOn: 'Assigned on',
  registeredOn: 'Registered on',
};

// Whatever a row holds, it is answered by itself: a bad one must not refuse the others with it.
const Cell = Type.String({ maxLength: LEGACY_CELL_MAX });
const DayCell = Type.String({ maxLength: LEGACY_CELL_MAX, description: 'YYYY-MM-DD' });

export const LegacyImportRow = Type.Object(
  {
    line: Type.Integer({ minimum: 1, description: 'Of the file; it names the row in the answer.' }),
    licenseId: Cell,
    signInEmail: Cell,
    businessEmail: Type.Optional(Cell),
    displayName: Type.Optional(Cell),
    roles: Type.Array(Cell, {
      maxItems: LEGACY_ROLES_MAX,
      description: 'By their legacy names, in capitals or not.',
    }),
    assignedOn: DayCell,
    registeredOn: Type.Optional(DayCell),
  },
  strict,
);
export type LegacyImportRow = Type.Static<typeof LegacyImportRow>;

export const LEGACY_OUTCOMES = ['taken', 'skipped', 'rejected'] as const;

const LegacyRowReport = Type.Object({
  line: Type.Integer(),
  outcome: Type.Enum([...LEGACY_OUTCOMES]),
  code: Type.String({ description: 'The reason for scripts, such as `unknown-license-id`.' }),
  reason: Type.String({ description: 'The reason for people; of a rejected row it names the column.' }),
});
export type LegacyRowReport = Type.Static<typeof LegacyRowReport>;

export const importLegacyRows = endpoint({
  id: 'importLegacyRows',
  tag: 'Publisher',
  method: 'POST',
  path: '/v1/publisher/imports/vlsc',
  summary: 'Take roles over from the legacy service center, row by row; what is held already stays as it is',
  needs: 'publisher',
  // 500 rows of usual length are a tenth of it.
  maxBodyBytes: 4 * 1024 * 1024,
  body: Type.Object(
    {
      rows: Type.Array(LegacyImportRow, { minItems: 1, maxItems: LEGACY_ROWS_MAX }),
      cutOff: Type.Optional(
        Type.String({
          ...CalendarDate,
          default: LEGACY_CUT_OFF,
          description: 'Whoever was assigned before it and had not registered by it is skipped.',
        }),
      ),
      dryRun: Type.Optional(
        Type.Boolean({ default: false, description: 'Answer what would become of each row; save nothing.' }),
      ),
    },
    strict,
  ),
  responses: {
    200: Type.Object({
      dryRun: Type.Boolean(),
      rows: Type.Array(LegacyRowReport, { description: 'One for each row, in the same order.' }),
    }),
  },
});
