import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components/Link';
import { classNames } from './class-names.ts';
import styles from './link.module.css';

export interface LinkProps extends Omit<AriaLinkProps, 'className' | 'style'> {
  href: string;
  /** `strong` for the name that a row is about; `underlined` within a sentence. */
  variant?: 'default' | 'strong' | 'underlined';
}

/** A link to another page of the console (no reload) or to a page elsewhere. */
export function Link({ variant = 'default', ...props }: LinkProps) {
  return <AriaLink {...props} className={classNames(styles.link, styles[variant])} />;
}
