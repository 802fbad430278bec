/** A VL user as other features know them. */
export interface KnownVlUser {
  readonly id: string;
  readonly signInEmail: string;
  readonly signInEmailKey: string;
  readonly businessEmail: string;
  readonly displayName: string;
}

export interface VlUserWithAccount extends KnownVlUser {
  readonly accountId: string | null;
}
