import type { ReactNode } from 'react';

/** Filled 16 px signs, cut out in the colour of the surface they stand on, so that they hold at small sizes. */
export function Sign({ children }: { children: ReactNode }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" fill="none" aria-hidden focusable="false">
      {children}
    </svg>
  );
}

/** The stroke that cuts a sign out. */
export const CUT = {
  stroke: 'var(--sign-cut, var(--surface))',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

export function FilledCheck() {
  return (
    <Sign>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m5 8.2 2.1 2.1L11 6.2" {...CUT} />
    </Sign>
  );
}
