import type { AssignmentChangeAnswer } from '@muniment/contract/assignment-changes.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { Download } from 'lucide-react';
import { useIntl } from 'react-intl';
import { useMessages } from '../../messages/messages.tsx';
import { roleName } from '../../messages/names.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import styles from './verify-side.module.css';

/** What would change, as a file to hand around before it is saved: a row for each person and license ID. */
export function ChangePlan({ answer }: { answer: AssignmentChangeAnswer }) {
  const { t } = useMessages();
  const { locale } = useIntl();
  const download = async () => {
    const { csvText, downloadCsv } = await import('../assign/csv-text.ts');
    const names = (roles: readonly Role[]) => roles.map((role) => t(roleName(role))).join('; ');
    const mails = new Map(answer.emails.map((mail) => [mail.signInEmail, mail]));
    const header = [
      t('verify.plan.person'),
      t('verify.plan.signInEmail'),
      t('verify.plan.licenseId'),
      t('verify.plan.contract'),
      t('verify.plan.added'),
      t('verify.plan.removed'),
      t('verify.plan.rescheduled'),
      t('verify.plan.kept'),
      t('verify.plan.email'),
    ];
    const rows = answer.difference.map((each) => [
      each.displayName,
      each.signInEmail,
      each.licenseId,
      each.licenseName,
      names(each.added),
      names(each.removed),
      names(each.rescheduled),
      names(each.kept),
      mails.get(each.signInEmail)?.to ?? '',
    ]);
    downloadCsv('change-plan.csv', csvText([header, ...rows], locale));
  };
  return (
    <div className={styles.plan}>
      <Download size={16} strokeWidth={1.5} aria-hidden />
      <LinkButton onPress={() => void download()}>{t('verify.plan')}</LinkButton>
    </div>
  );
}
