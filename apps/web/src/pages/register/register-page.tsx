import { BarePage } from '../../frame/bare-page.tsx';
import { useMessages } from '../../messages/messages.tsx';

export default function RegisterPage() {
  const { t } = useMessages();
  return <BarePage title={t('page.register')}>{null}</BarePage>;
}
