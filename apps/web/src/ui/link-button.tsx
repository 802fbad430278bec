import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import styles from './link.module.css';

export interface LinkButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  children: ReactNode;
}

/** A button that reads like a link, for rows: View access, Undo, Why? */
export function LinkButton(props: LinkButtonProps) {
  return <AriaButton {...props} className={styles.linkButton} />;
}
