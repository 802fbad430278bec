import type { BenefitDetails } from '@muniment/contract/home-use.ts';
import { useState } from 'react';
import { formatLicenseId } from '../../messages/license-id.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import type { StepProps } from './benefit-pane.tsx';
import styles from './benefits.module.css';
import { EmployeeMail } from './employee-mail.tsx';
import { ProgramStep } from './program-step.tsx';

/** Activating, and what comes of it: the access code and the mail that hands it on. */
export function ActivationStep({ program, change }: StepProps) {
  const { t } = useMessages();
  const { accessCode, missing, state } = program;
  return (
    <ProgramStep title={t('benefits.activation')} isDone={accessCode !== null}>
      {accessCode !== null ? (
        <Active program={program} accessCode={accessCode} change={change} />
      ) : missing !== null ? (
        <p className={styles.quiet}>{t(missingText(missing))}</p>
      ) : (
        <>
          <p>{t(state === 'inactive' ? 'benefits.activation.again' : 'benefits.activation.ready')}</p>
          <Button
            variant="primary"
            isPending={change.isPending}
            onPress={() => change.mutate({ step: 'activate' })}
          >
            {t('benefits.activate')}
          </Button>
        </>
      )}
    </ProgramStep>
  );
}

function missingText(missing: NonNullable<BenefitDetails['missing']>) {
  return missing === 'not-entitled' || missing === 'contract-over'
    ? (`benefits.activation.${missing}` as const)
    : 'benefits.activation.first';
}

function Active({ program, accessCode, change }: StepProps & { accessCode: string }) {
  const { t } = useMessages();
  const [asking, setAsking] = useState<'renew-code' | 'deactivate' | null>(null);
  const close = () => setAsking(null);
  const code = { code: accessCode };
  return (
    <>
      <p className={styles.codeLine}>
        <span className={styles.quiet}>{t('benefits.code')}</span>
        <strong className={styles.code}>{accessCode}</strong>
      </p>
      <div className={styles.buttons}>
        <CopyButton size="small" label={t('benefits.code.copy')} text={accessCode} />
        <Button size="small" onPress={() => setAsking('renew-code')}>
          {t('benefits.code.renew')}
        </Button>
        <Button size="small" variant="danger" onPress={() => setAsking('deactivate')}>
          {t('benefits.deactivate')}
        </Button>
      </div>
      <EmployeeMail program={program} accessCode={accessCode} />
      <ConfirmDialog
        isOpen={asking === 'renew-code'}
        onClose={close}
        title={t('benefits.code.renew.title', code)}
        confirmLabel={t('benefits.code.renew.confirm')}
        isPending={change.isPending}
        onConfirm={() => change.mutate({ step: 'renew-code' }, { onSettled: close })}
      >
        {t('benefits.code.renew.body')}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asking === 'deactivate'}
        onClose={close}
        title={t('benefits.deactivate.title', { licenseId: formatLicenseId(program.licenseId) })}
        confirmLabel={t('benefits.deactivate.confirm')}
        isPending={change.isPending}
        onConfirm={() => change.mutate({ step: 'deactivate' }, { onSettled: close })}
      >
        {t('benefits.deactivate.body', code)}
      </ConfirmDialog>
    </>
  );
}
