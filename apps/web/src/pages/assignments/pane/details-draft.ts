/** What is to be edited of a person. */
export interface Details {
  readonly displayName: string;
  readonly businessEmail: string;
}

/** What of the typed details is not so in `base`, the state that the edits started from. */
export function detailsChange(base: Details, typed: Details): Partial<Details> {
  const displayName = typed.displayName.trim();
  const businessEmail = typed.businessEmail.trim();
  return {
    ...(displayName === base.displayName ? {} : { displayName }),
    ...(businessEmail === base.businessEmail ? {} : { businessEmail }),
  };
}

/** The typed details on top of a newer state: what was not edited shows what is there now. */
export function rebaseDetails(base: Details, now: Details, typed: Details): Details {
  return {
    displayName: now.displayName,
    businessEmail: now.businessEmail,
    ...detailsChange(base, typed),
  };
}
