import { useMe } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { BarePage } from '../../frame/bare-page.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Link } from '../../ui/link.tsx';
import { AnotherAccount } from './another-account.tsx';

/** Where someone lands who is signed in and holds no role anywhere. Says whom to ask, names no one. */
export default function NoAccessPage() {
  const { t } = useMessages();
  const me = useMe();
  return (
    <BarePage title={t('frame.noAccess.title')}>
      <p>{t('frame.noAccess.body', { email: me.signInEmail })}</p>
      <p>
        <Link href={paths.whoIsMyAdmin}>{t('help.admin.link')}</Link>
      </p>
      <AnotherAccount />
    </BarePage>
  );
}
