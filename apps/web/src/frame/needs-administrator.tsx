import { useOrganization } from '../app/organization.ts';
import { paths } from '../app/paths.ts';
import { useMessages } from '../messages/messages.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Link } from '../ui/link.tsx';
import { Page } from './page.tsx';

/** Instead of a page that only administrators open. Names the role, never who holds it. @source A9 */
export default function NeedsAdministrator() {
  const { t } = useMessages();
  const { number } = useOrganization();
  return (
    <Page title={t('needs.heading')} crumbs={[{ label: t('page.products'), href: paths.home(number) }]}>
      <EmptyState
        title={t('needs.administrator')}
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
