import type { AssignmentChangeAnswer, Difference, MailPlan } from '@muniment/contract/assignment-changes.ts';
import { Mail } from 'lucide-react';
import { useMemo } from 'react';
import { LicenseChange } from '../../../changes/license-change.tsx';
import { useMessages } from '../../../messages/messages.tsx';
import { VirtualList } from '../../../ui/virtual-list.tsx';
import styles from './bulk-sheet.module.css';

type Part =
  | { readonly key: string; readonly name: string; readonly mail: MailPlan | undefined }
  | { readonly key: string; readonly difference: Difference };

const ROW_HEIGHT = 56;

/** The difference by person, then by license ID, of any length. */
export function PlannedChanges({ answer }: { answer: AssignmentChangeAnswer }) {
  const { t } = useMessages();
  const parts = useMemo(() => partsOf(answer), [answer]);
  return (
    <VirtualList
      label={t('bulk.changes')}
      items={parts}
      keyOf={({ key }) => key}
      estimatedHeight={ROW_HEIGHT}
    >
      {(part) =>
        'difference' in part ? (
          <div className={styles.license}>
            <LicenseChange difference={part.difference} showUnchanged={false} />
          </div>
        ) : (
          <div className={styles.person}>
            <h4>{part.name}</h4>
            <p>
              <Mail size={14} strokeWidth={1.5} aria-hidden />
              {part.mail === undefined
                ? t('bulk.mail.none')
                : t(`bulk.mail.${part.mail.kind}`, { to: part.mail.to })}
            </p>
          </div>
        )
      }
    </VirtualList>
  );
}

function partsOf({ difference, emails }: AssignmentChangeAnswer): Part[] {
  const mails = new Map(emails.map((mail) => [mail.signInEmail, mail]));
  const people = new Map<string, Difference[]>();
  for (const each of difference) {
    const theirs = people.get(each.signInEmail);
    if (theirs === undefined) people.set(each.signInEmail, [each]);
    else theirs.push(each);
  }
  return [...people].flatMap(([signInEmail, theirs]): Part[] => [
    { key: signInEmail, name: theirs[0]?.displayName ?? signInEmail, mail: mails.get(signInEmail) },
    ...theirs.map((each) => ({ key: `${signInEmail} ${each.licenseId}`, difference: each })),
  ]);
}
