import { Page } from '../../frame/page.tsx';
import { useMessages } from '../../messages/messages.tsx';

export default function TokensPage() {
  const { t } = useMessages();
  return <Page title={t('page.tokens')}>{null}</Page>;
}
