import type { Benefit, BenefitDetails } from '@muniment/contract/home-use.ts';
import { DetailPane } from '../../listing/detail-pane.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { ActivationStep } from './activation-step.tsx';
import { BenefitState } from './benefit-state.tsx';
import styles from './benefits.module.css';
import { ContactStep } from './contact-step.tsx';
import { DomainsStep } from './domains-step.tsx';
import { TermsStep } from './terms-step.tsx';
import { type ChangeOfProgram, useProgram } from './use-program.ts';

export interface BenefitPaneProps {
  licenseId: string;
  /** As the list has it, where it is loaded. */
  row: Benefit | undefined;
  onClose: () => void;
}

/** What each step of a program gets. */
export interface StepProps {
  program: BenefitDetails;
  change: ChangeOfProgram;
}

/** The Home Use Program of one license ID: how much is used, and its steps from the terms to the access code. @source W8 */
export default function BenefitPane({ licenseId, row, onClose }: BenefitPaneProps) {
  const { query, change } = useProgram(licenseId);
  const program = query.data ?? row;
  return (
    <DetailPane
      title={program?.name}
      subtitle={
        program && (
          <>
            <LicenseId id={program.licenseId} /> <BenefitState state={program.state} />
          </>
        )
      }
      query={query}
      onClose={onClose}
      focusKey={focusKeyOf(query.data)}
    >
      {(details) => (
        <>
          <UsedOfTotal used={details.used} total={details.total} />
          <ol className={styles.steps}>
            <TermsStep program={details} change={change} />
            <ContactStep program={details} change={change} />
            <DomainsStep program={details} change={change} />
            <ActivationStep program={details} change={change} />
          </ol>
        </>
      )}
    </DetailPane>
  );
}

/** With each of these, buttons or forms go that may have had focus. */
function focusKeyOf(program: BenefitDetails | undefined): string {
  if (program === undefined) return '';
  const { state, missing, accessCode, contact, domains } = program;
  return [state, missing, accessCode, contact?.name, contact?.email, ...domains].join(' ');
}

function UsedOfTotal({ used, total }: Pick<Benefit, 'used' | 'total'>) {
  const { t } = useMessages();
  const words = t('benefits.usedOf', { used, total });
  return (
    <div className={styles.used}>
      <div className={styles.usedWords}>
        <span>{t('benefits.used')}</span>
        <span>{words}</span>
      </div>
      <meter
        aria-label={t('benefits.used')}
        aria-valuetext={words}
        min={0}
        max={Math.max(total, 1)}
        value={Math.min(used, total)}
        className="visually-hidden"
      />
      <div aria-hidden className={styles.bar}>
        <span style={{ inlineSize: `${(Math.min(used, total) / Math.max(total, 1)) * 100}%` }} />
      </div>
    </div>
  );
}
