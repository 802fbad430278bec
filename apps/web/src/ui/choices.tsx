import { useId } from 'react';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import styles from './choices.module.css';

export interface ChoicesProps<Id extends string> {
  /** What is chosen. */
  label: string;
  options: readonly { readonly id: Id; readonly label: string }[];
  value: Id;
  onChange: (id: Id) => void;
  /** In a line, like a row of buttons: for switching what is shown. */
  isCompact?: boolean;
}

/** One of a few, all in sight. */
export function Choices<Id extends string>({ label, options, value, onChange, isCompact }: ChoicesProps<Id>) {
  const labelId = useId();
  return (
    <RadioGroup
      {...(isCompact ? { 'aria-label': label, orientation: 'horizontal' } : { 'aria-labelledby': labelId })}
      value={value}
      onChange={(id) => onChange(id as Id)}
      className={isCompact ? styles.compact : styles.group}
    >
      {!isCompact && (
        <span id={labelId} className={styles.label}>
          {label}
        </span>
      )}
      {options.map((option) => (
        <Radio key={option.id} value={option.id} className={isCompact ? styles.segment : styles.choice}>
          {!isCompact && <span className={styles.dot} aria-hidden />}
          <span>{option.label}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
