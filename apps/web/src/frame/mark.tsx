/** The product's mark: three bars. */
export function Mark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden focusable="false">
      <rect x="1" y="9" width="5" height="9" rx="1.5" fill="var(--mark)" />
      <rect x="7.5" y="2" width="5" height="16" rx="1.5" fill="var(--mark)" />
      <rect x="14" y="6" width="5" height="12" rx="1.5" fill="var(--mark-soft)" />
    </svg>
  );
}
