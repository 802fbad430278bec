import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import styles from './field.module.css';

/** What every labelled control takes. */
export interface FieldTexts {
  label: string;
  /** Only where the place already says what the control is for; it is still read out. */
  hideLabel?: boolean;
  /** A hint below. */
  description?: ReactNode;
  /** Says what is wrong and what to do; marks the control as invalid. */
  errorMessage?: string | null;
}

export function FieldLabel({ label, hideLabel }: Pick<FieldTexts, 'label' | 'hideLabel'>) {
  return <Label className={hideLabel ? styles.labelHidden : styles.label}>{label}</Label>;
}

export function FieldHints({ description, errorMessage }: Pick<FieldTexts, 'description' | 'errorMessage'>) {
  return (
    <>
      {description && (
        <Text slot="description" className={styles.description}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error}>
        <CircleAlert size={14} aria-hidden />
        <span>{errorMessage}</span>
      </FieldError>
    </>
  );
}
