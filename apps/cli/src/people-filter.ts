import type { PeopleFilter } from '@muniment/contract/selections.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { VL_USER_STATUSES, type VlUserStatus } from '@muniment/domain/vl-user-status.ts';
import { type Command, Option } from 'commander';
import { roleToFind } from './option-values.ts';

/** Options that say which people are meant, as Manage Assignments filters them. */
export interface FilterOptions {
  readonly status?: VlUserStatus[];
  readonly role?: Role[];
  readonly license?: string[];
  readonly q?: string;
}

/** Adds the options by which people are filtered. */
export function addFilterOptions(
  command: Command,
  text: { readonly status: string; readonly role: string; readonly license: string; readonly q: string },
): Command {
  return command
    .addOption(new Option('--status <status...>', text.status).choices(VL_USER_STATUSES))
    .addOption(new Option('--role <role...>', text.role).argParser(roleToFind))
    .option('--license <id...>', text.license)
    .option('--q <text>', text.q);
}

/** The filter that they make. */
export function filterOf({ status, role, license, q }: FilterOptions): PeopleFilter {
  return {
    ...(status === undefined ? {} : { status }),
    ...(role === undefined ? {} : { role }),
    ...(license === undefined ? {} : { licenseId: license }),
    ...(q === undefined ? {} : { q }),
  };
}
