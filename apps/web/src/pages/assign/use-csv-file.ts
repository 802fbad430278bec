import { ROLE_TABLE, ROLES, type Role } from '@muniment/domain/roles.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { type Messages, useMessages } from '../../messages/messages.tsx';
import { roleName, shortRoleName } from '../../messages/names.ts';
import { administeredLicensesQuery, assignableRolesQuery, lookUp } from './assignment-queries.ts';
import { lettersOf } from './csv-columns.ts';
import { decodeText } from './csv-decode.ts';
import { type CsvPlan, planCsv } from './csv-plan.ts';
import { type CsvFault, readCsv } from './csv-read.ts';
import { type CheckedRow, checkRow, type RowRules } from './csv-rows.ts';
import type { DraftPerson } from './draft.ts';

const BYTES_MAX = 10 * 1024 * 1024;
/** So many rows are checked before the page may draw again. */
const ROWS_AT_ONCE = 500;

/** How far the reading of a file has come. */
export type CsvState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly fileName: string; readonly done: number; readonly total: number }
  | { readonly kind: 'looking-up'; readonly fileName: string; readonly done: number; readonly total: number }
  | { readonly kind: 'fault'; readonly fileName: string; readonly fault: FileFault; readonly file: File }
  | {
      readonly kind: 'read';
      readonly fileName: string;
      readonly plan: CsvPlan;
      /** Names of contracts by license ID. */
      readonly contracts: ReadonlyMap<string, string>;
    };

export type FileFault = CsvFault | { readonly kind: 'too-large' | 'unreadable' | 'lookup' };

/** Reads a file of assignments, in pieces so that the page goes on, and decides which of its rows are taken. */
export function useCsvFile(people: readonly DraftPerson[]) {
  const api = useApi();
  const { number } = useOrganization();
  const queries = useQueryClient();
  const { t } = useMessages();
  const [state, setState] = useState<CsvState>({ kind: 'none' });
  const current = useRef<File | null>(null);

  const read = async (file: File) => {
    current.current = file;
    const fileName = file.name;
    // Another file may have been chosen while this one was read.
    const show = (next: CsvState) => current.current === file && setState(next);
    const fail = (fault: FileFault) => show({ kind: 'fault', fileName, fault, file });
    if (file.size > BYTES_MAX) return fail({ kind: 'too-large' });
    show({ kind: 'reading', fileName, done: 0, total: 0 });

    const bytes = await file.arrayBuffer().catch(() => null);
    if (bytes === null) return fail({ kind: 'unreadable' });
    const reading = readCsv(decodeText(new Uint8Array(bytes)));
    if (reading.kind === 'fault') return fail(reading.fault);
    const { rows } = reading;
    try {
      const [licenses, assignable, checkedWith] = await Promise.all([
        queries.fetchQuery(administeredLicensesQuery(api, number)),
        queries.fetchQuery(assignableRolesQuery(api, number)),
        lookUp(api, []),
      ]);
      const rules: RowRules = {
        administered: new Set(licenses.map(({ licenseId }) => licenseId)),
        assignable,
        rolesByName: rolesByName(new Set(licenses.flatMap(({ licenseId }) => assignable(licenseId))), t),
      };
      const checked: CheckedRow[] = [];
      for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
        checked.push(...rows.slice(start, start + ROWS_AT_ONCE).map((row) => checkRow(row, rules)));
        show({ kind: 'reading', fileName, done: checked.length, total: rows.length });
        await new Promise((resolve) => setTimeout(resolve));
      }
      const addresses = [...addressesOf(checked).values()];
      const total = addresses.length;
      show({ kind: 'looking-up', fileName, done: 0, total });
      const lookup =
        total === 0
          ? checkedWith
          : await lookUp(api, addresses, {
              onProgress: (done) => show({ kind: 'looking-up', fileName, done, total }),
            });
      const plan = planCsv(checked, lookup, people);
      const contracts = new Map(licenses.map(({ licenseId, name }) => [licenseId, name]));
      show({ kind: 'read', fileName, plan, contracts });
    } catch {
      fail({ kind: 'lookup' });
    }
  };
  const reset = () => {
    current.current = null;
    setState({ kind: 'none' });
  };
  return { state, read: (file: File) => void read(file), reset };
}

function addressesOf(checked: readonly CheckedRow[]): Map<string, string> {
  const addresses = new Map<string, string>();
  for (const each of checked) {
    if (each.kind === 'entry' && !addresses.has(each.entry.emailKey))
      addresses.set(each.entry.emailKey, each.entry.signInEmail);
  }
  return addresses;
}

/**
 * Every name by which the roles go: ids, names in English and in the person's language, short and full, and those of
 * the legacy service center. Of roles that may be given nowhere, none. @source R9
 */
function rolesByName(given: ReadonlySet<Role>, t: Messages['t']): Map<string, Role> {
  return new Map(
    ROLES.filter((role) => given.has(role)).flatMap((role) => {
      const { name, legacyName } = ROLE_TABLE[role];
      const names = [role, name, t(roleName(role)), t(shortRoleName(role)), legacyName ?? role];
      return names.map((each): [string, Role] => [lettersOf(each), role]);
    }),
  );
}
