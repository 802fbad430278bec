import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type SearchParams, stringifySearch } from './paths.ts';

/** The panes that lie over whatever page one is on: `?pane=` names them, so that each is an address. */
const PANES = ['preferences', 'help', 'feedback'] as const;
export type PaneName = (typeof PANES)[number];

/** Which of the panes that any page has lies over it; null where none does. A page's own panes are not of them. */
export function useOpenPane(): PaneName | null {
  const search: { pane?: unknown } = useSearch({ strict: false });
  return PANES.find((pane) => pane === search.pane) ?? null;
}

/**
 * Opens and closes a pane over the page that one is on: `useShowPane('help')(true)`.
 *
 * What belongs to a pane alone (where one is in Help & support) leaves the address with it.
 */
export function useShowPane(pane: PaneName): (isOpen: boolean) => void {
  const navigate = useNavigate();
  return useCallback(
    (isOpen) =>
      void navigate({
        to: '.',
        search: (before: object) => ({ ...before, pane: isOpen ? pane : undefined, help: undefined }),
        // Opening is a step in the history: Back closes it.
        replace: !isOpen,
        resetScroll: false,
      }),
    [navigate, pane],
  );
}

/** The place in Help & support where a ticket is written; no article is called so. */
export const TICKET_FORM = '~ticket';

/** Where one is in Help & support (`?help=`: an article's slug, the form of a ticket), null at its beginning. */
export function useHelpPlace(): [place: string | null, go: (place: string | null) => void] {
  const search: { help?: unknown } = useSearch({ strict: false });
  const navigate = useNavigate();
  const go = useCallback(
    (place: string | null) =>
      void navigate({
        to: '.',
        search: (before: object) => ({ ...before, pane: 'help', help: place ?? undefined }),
        resetScroll: false,
      }),
    [navigate],
  );
  return [typeof search.help === 'string' && search.help !== '' ? search.help : null, go];
}

/** The addresses of articles in Help & support, over the page that one is on. */
export function useHelpAddress(): (slug: string) => string {
  const { pathname, search } = useLocation();
  return (slug) => `${pathname}${stringifySearch({ ...(search as SearchParams), pane: 'help', help: slug })}`;
}
