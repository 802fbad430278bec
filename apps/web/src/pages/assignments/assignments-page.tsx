import { Page } from '../../frame/page.tsx';
import { useMessages } from '../../messages/messages.tsx';

export default function AssignmentsPage() {
  const { t } = useMessages();
  return <Page title={t('page.assignments')}>{null}</Page>;
}
