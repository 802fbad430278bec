import { useMessages } from '../messages/messages.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from './page.tsx';

/** Instead of a page that only administrators open. Names the role, never who holds it. @source A9 */
export function NeedsAdministrator() {
  const { t } = useMessages();
  return (
    <Page title={t('frame.nav.roles')} width="medium">
      <EmptyState title={t('frame.role.needed.title')}>{t('frame.role.needed.body')}</EmptyState>
    </Page>
  );
}
