import { Page } from '../../frame/page.tsx';
import { useMessages } from '../../messages/messages.tsx';

export default function VerifyPage() {
  const { t } = useMessages();
  return <Page title={t('page.verify')}>{null}</Page>;
}
