import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
} from 'react-aria-components/Checkbox';
import styles from './checkbox.module.css';
import { classNames } from './class-names.ts';

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'children' | 'className' | 'style'> {
  /** Its label; without one give `aria-label` (tables label their own through `slot="selection"`). */
  children?: ReactNode;
  /** A hint below the label. */
  description?: ReactNode;
}

/** A check box: `isSelected`, `isIndeterminate`, `onChange(isSelected)`. */
export function Checkbox({ children, description, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox
      {...props}
      className={classNames(styles.checkbox, description !== undefined && styles.described)}
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={styles.box}>
            {isIndeterminate ? (
              <Minus size={12} strokeWidth={3.5} aria-hidden />
            ) : (
              isSelected && <Check size={12} strokeWidth={3.5} aria-hidden />
            )}
          </span>
          {children && (
            <span>
              {children}
              {description && <span className={styles.description}>{description}</span>}
            </span>
          )}
        </>
      )}
    </AriaCheckbox>
  );
}
