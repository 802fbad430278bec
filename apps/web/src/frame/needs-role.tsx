import { type Action, ROLES_ALLOWING } from '@muniment/domain/roles.ts';
import type { EntitlementPage } from '../app/entitlement-pages.ts';
import { useOrganization } from '../app/organization.ts';
import { paths } from '../app/paths.ts';
import { useMessages } from '../messages/messages.tsx';
import { roleName } from '../messages/names.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Link } from '../ui/link.tsx';
import { Page } from './page.tsx';

/** From so many roles on a page is open to nearly everybody, and naming them says nothing. */
const TOO_MANY = 4;

/**
 * Instead of a page that no role of the person opens: names the roles that would, never who could give them.
 *
 * @source R9, A9 (Invoice Reader is not named: whoever may see it and lacks it cannot be told here)
 */
export default function NeedsRole({ page }: { page: EntitlementPage }) {
  const { t, formatChoice } = useMessages();
  const { number } = useOrganization();
  const roles = namedRoles(page.actions);
  const about = { page: page.about };
  return (
    <Page title={t('needs.heading')} crumbs={[{ label: t('page.products'), href: paths.home(number) }]}>
      <EmptyState
        title={
          roles.length === 0 || roles.length >= TOO_MANY
            ? t('needs.neutral', about)
            : t('needs.roles', { ...about, roles: formatChoice(roles.map((role) => t(roleName(role)))) })
        }
        action={<ButtonLink href={paths.home(number)}>{t('ui.notFound.home')}</ButtonLink>}
      >
        {t('needs.whomToAsk')}{' '}
        <Link href={paths.whoIsMyAdmin} variant="underlined">
          {t('help.admin.link')}
        </Link>
      </EmptyState>
    </Page>
  );
}

/** Administrators open everything: the role to ask for is the smaller one. */
function namedRoles(actions: readonly Action[]) {
  const roles = new Set(actions.flatMap((action) => ROLES_ALLOWING[action]));
  return [...roles].filter((role) => role !== 'administrator' && role !== 'invoice-reader');
}
