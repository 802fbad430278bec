import { Check, Minus } from 'lucide-react';
import { type ReactNode, useId } from 'react';
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
  const labelId = useId();
  const descriptionId = useId();
  const isDescribed = description !== undefined;
  return (
    <AriaCheckbox
      // What stands within a label is its name; a hint is not part of that.
      {...(isDescribed ? { 'aria-labelledby': labelId, 'aria-describedby': descriptionId } : {})}
      {...props}
      className={classNames(styles.checkbox, isDescribed && styles.described)}
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
              <span id={labelId}>{children}</span>
              {isDescribed && (
                <span id={descriptionId} className={styles.description}>
                  {description}
                </span>
              )}
            </span>
          )}
        </>
      )}
    </AriaCheckbox>
  );
}
