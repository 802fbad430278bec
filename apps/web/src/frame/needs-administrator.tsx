import { useMessages } from '../messages/messages.tsx';
import { Page } from './page.tsx';

/** Instead of a page that only administrators open. Names the role, never who holds it. @source A9 */
export function NeedsAdministrator() {
  const { t } = useMessages();
  return (
    <Page title={t('frame.role.needed.title')} width="medium">
      <p>{t('frame.role.needed.body')}</p>
    </Page>
  );
}
