import { BarePage } from '../../frame/bare-page.tsx';
import { useMessages } from '../../messages/messages.tsx';

export default function SignInPage() {
  const { t } = useMessages();
  return <BarePage title={t('page.signIn')}>{null}</BarePage>;
}
