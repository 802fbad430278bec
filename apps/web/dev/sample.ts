/** Choices that the galleries offer. */
export const STATUS_OPTIONS = [
  { id: 'active', label: 'Active' },
  { id: 'invitation-sent', label: 'Invitation sent' },
  { id: 'invitation-expired', label: 'Invitation expired' },
  { id: 'failed', label: 'Failed' },
];

export const ROLE_OPTIONS = [
  {
    id: 'administrator',
    label: 'Administrator',
    description: 'Assigns roles, and may do everything that the others may',
  },
  { id: 'licensing-info-viewer', label: 'Licensing Info Viewer', shortLabel: 'Info viewer' },
  { id: 'product-download-manager', label: 'Product download manager', shortLabel: 'Downloads' },
  { id: 'product-keys-reader', label: 'Product keys reader', shortLabel: 'Keys reader' },
];
