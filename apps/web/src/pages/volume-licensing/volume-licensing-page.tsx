import { Page } from '../../frame/page.tsx';
import { useMessages } from '../../messages/messages.tsx';

export default function VolumeLicensingPage() {
  const { t } = useMessages();
  return <Page title={t('page.products')}>{null}</Page>;
}
