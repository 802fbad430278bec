import type { BenefitDetails } from '@muniment/contract/home-use.ts';
import { useMe, useOrganization } from '../../app/organization.ts';
import { useMessages } from '../../messages/messages.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import styles from './benefits.module.css';

/** The text that tells employees of the program, in the reader's language, to be copied into a mail. */
export function EmployeeMail({ program, accessCode }: { program: BenefitDetails; accessCode: string }) {
  const { t, formatChoice } = useMessages();
  const { publisherName } = useMe();
  const { name: organization } = useOrganization();
  const { contact, domains, shopUrl } = program;
  const text = t('benefits.mail.text', {
    organization,
    publisher: publisherName,
    hasShop: String(shopUrl !== null),
    shop: shopUrl,
    code: accessCode,
    domains: formatChoice(domains.map((domain) => `@${domain}`)),
    name: contact?.name,
    email: contact?.email,
  });
  return (
    <div className={styles.form}>
      <TextArea label={t('benefits.mail')} value={text} isReadOnly rows={9} />
      <div className={styles.buttons}>
        <CopyButton size="small" label={t('benefits.mail.copy')} text={text} />
      </div>
    </div>
  );
}
