import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useOrganization } from '../../app/organization.ts';
import { type AssignSearch, type AssignStep, paths } from '../../app/paths.ts';
import type { DraftPerson } from './draft.ts';
import { lacksRoles } from './draft-gaps.ts';

export type AssignPane = 'users' | 'contracts' | 'roles' | 'copy' | 'csv';

/** In the address where the person closed the row that would be open. */
export const NOBODY = 'none';

/** What the page shows, all of it from the address. */
export interface AssignView {
  /** The step that was asked for; null for the one that the draft has come to. */
  readonly step: AssignStep | null;
  /** The person whose row is open. */
  readonly openUser: string | null;
  readonly pane: AssignPane | null;
  /** The person whom the pane is about. */
  readonly paneUser: string | null;
  readonly openUserRow: (id: string | null) => void;
  readonly openPane: (pane: AssignPane, user?: string) => void;
  readonly closePane: () => void;
  readonly goTo: (step: AssignStep) => void;
  readonly reset: () => void;
}

const PANES: readonly AssignPane[] = ['users', 'contracts', 'roles', 'copy', 'csv'];

/** Reads and changes what Assign users shows. A pane is a step in the history: Back closes it. */
export function useAssignView(people: readonly DraftPerson[]): AssignView {
  const search = useSearch({ strict: false }) as AssignSearch;
  const navigate = useNavigate();
  const { number } = useOrganization();
  const { step, user, pane } = search;

  return useMemo(() => {
    const show = (next: AssignSearch, replace = false) =>
      void navigate({ href: paths.assign(number, next), replace, resetScroll: false });
    const isKnown = people.some(({ id }) => id === user);
    const inNeed = people.find(({ licenses }) => licenses.length === 0 || licenses.some(lacksRoles));
    const byItself = step === 'people' ? null : ((inNeed ?? people[0])?.id ?? null);
    return {
      step: step ?? null,
      openUser: isKnown ? (user as string) : user === NOBODY ? null : byItself,
      pane: PANES.find((each) => each === pane) ?? null,
      paneUser: isKnown ? (user as string) : null,
      openUserRow: (id) => show({ step, user: id ?? NOBODY }, true),
      openPane: (next, forUser = user) => show({ step, user: forUser, pane: next }),
      closePane: () => show({ step, user }, true),
      goTo: (next) => show({ step: next }),
      reset: () => show({}, true),
    };
  }, [navigate, number, people, step, user, pane]);
}
