import { useLocation } from '@tanstack/react-router';
import { useMe, useOrganization } from '../app/organization.ts';
import { pageElsewhere } from '../app/page-elsewhere.ts';
import { useShowPane } from '../app/panes.ts';
import { paths } from '../app/paths.ts';
import { secondAdminsPath } from '../app/second-admins.ts';
import { API_DOCUMENTATION } from '../app/server-pages.ts';
import { useOverview } from '../app/use-overview.ts';
import { useSignOut } from '../app/use-sign-out.ts';
import { useOpenPages } from '../frame/side-nav.tsx';
import { useMessages } from '../messages/messages.tsx';
import type { PaletteEntry } from './palette-entry.ts';

/** The pages and acts that are open to the person where they are, in the order in which they are offered. */
export function useActions(): PaletteEntry[] {
  const { t } = useMessages();
  const { organizations } = useMe();
  const { number, vlUserId } = useOrganization();
  const { pathname } = useLocation();
  const sole = useOverview()?.soleAdministratorOf;
  const signOut = useSignOut();
  const showPreferences = useShowPane('preferences');
  const showHelp = useShowPane('help');
  const showFeedback = useShowPane('feedback');

  const pages = useOpenPages()
    .flatMap(({ items }) => items)
    .map(
      ({ label, href }): PaletteEntry => ({
        id: `page:${label}`,
        label: t(label),
        group: 'palette.group.pages',
        href: href(number),
      }),
    );
  const act = (id: string, label: string, to: Pick<PaletteEntry, 'href' | 'onAction'>): PaletteEntry => ({
    id: `action:${id}`,
    label,
    group: 'palette.group.actions',
    ...to,
  });
  return [
    ...pages,
    ...(sole === undefined || sole.total === 0
      ? []
      : [
          act('second-admins', t('palette.secondAdmins', { count: sole.total }), {
            href: secondAdminsPath(number, sole.items),
          }),
        ]),
    act('preferences', t('palette.preferences'), { onAction: () => showPreferences(true) }),
    ...(vlUserId === null ? [] : [act('tokens', t('palette.tokens'), { href: paths.tokens(number) })]),
    act('documentation', t('palette.documentation'), { href: API_DOCUMENTATION }),
    act('help', t('palette.help'), { onAction: () => showHelp(true) }),
    act('who-is-my-admin', t('palette.whoIsMyAdmin'), { href: paths.whoIsMyAdmin }),
    act('feedback', t('palette.feedback'), { onAction: () => showFeedback(true) }),
    ...organizations
      .filter((each) => each.number !== number)
      .map((each) => ({
        id: `organization:${each.number}`,
        label: t('palette.switch', { organization: each.name }),
        about: each.number,
        group: 'palette.group.organizations' as const,
        href: pageElsewhere(pathname, each),
      })),
    act('sign-out', t('palette.signOut'), { onAction: signOut }),
  ];
}
