import { useQuery } from '@tanstack/react-query';
import { ExternalLink, Mail, Phone } from 'lucide-react';
import { supportContactQuery } from '../../api/support.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Link } from '../../ui/link.tsx';
import styles from './help.module.css';

const MAIL = 'mailto:';

/** The phone number and the web form of the publisher, where it gave any. @source F2 */
export function SupportContact({ publisher }: { publisher: string }) {
  const { t } = useMessages();
  const { data } = useQuery(supportContactQuery);
  if (data === undefined || (data.phone === null && data.url === null)) return null;
  const { phone, url } = data;
  return (
    <section className={styles.contact}>
      <h3>{t('support.contact', { publisher })}</h3>
      <ul>
        {phone !== null && (
          <li>
            <Phone size={16} strokeWidth={1.5} aria-hidden />
            <Link href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
              {t('support.contact.phone', { phone })}
            </Link>
          </li>
        )}
        {url?.startsWith(MAIL) && (
          <li>
            <Mail size={16} strokeWidth={1.5} aria-hidden />
            <Link href={url}>
              {t('support.contact.mail', { email: url.slice(MAIL.length).replace(/\?.*/, '') })}
            </Link>
          </li>
        )}
        {url !== null && !url.startsWith(MAIL) && (
          <li>
            <ExternalLink size={16} strokeWidth={1.5} aria-hidden />
            <Link href={url} target="_blank" rel="noreferrer">
              {t('support.contact.form', { publisher })}
            </Link>
          </li>
        )}
      </ul>
    </section>
  );
}
