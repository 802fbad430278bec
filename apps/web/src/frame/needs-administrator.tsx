import { useOrganization } from '../app/organization.ts';
import { paths } from '../app/paths.ts';
import { useMessages } from '../messages/messages.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Link } from '../ui/link.tsx';
import { Page } from './page.tsx';

/** Instead of a page that only administrators open. Names the role, never who holds it. @source A9 */
export function NeedsAdministrator() {
  const { t } = useMessages();
  const { number } = useOrganization();
  return (
    <Page title={t('frame.role.needed')} crumbs={[{ label: t('page.products'), href: paths.home(number) }]}>
      <EmptyState
        title={t('frame.role.needed.title')}
        action={<ButtonLink href={paths.home(number)}>{t('ui.notFound.home')}</ButtonLink>}
      >
        {t('frame.role.needed.body')}{' '}
        <Link href={paths.whoIsMyAdmin} variant="underlined">
          {t('help.admin.link')}
        </Link>
      </EmptyState>
    </Page>
  );
}
