import { Page } from '../../frame/page.tsx';
import { useMessages } from '../../messages/messages.tsx';

export default function AssignPage() {
  const { t } = useMessages();
  return <Page title={t('page.assign')}>{null}</Page>;
}
