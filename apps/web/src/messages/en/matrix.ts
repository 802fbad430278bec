/** Texts of the access matrix. */
export const matrixMessages = {
  'matrix.title': 'Access matrix',
  'matrix.grid': 'People by license ID',
  'matrix.person': 'Person',
  'matrix.search': 'Find in the matrix',
  'matrix.search.people': 'Search people',
  'matrix.search.licenses': 'Search license IDs',
  'matrix.agreement': 'Agreement',
  'matrix.legend': 'Highlight a role',
  'matrix.only': 'Only people with a role on {licenseId}',
  'matrix.count':
    '{people, plural, one {# person} other {# people}} by {licenses, plural, one {# license ID} other {# license IDs}}.',
  'matrix.dot': '{dot} marks a license ID with one administrator.',
  'matrix.oneAdministrator': '(one administrator)',
  'matrix.error': 'The matrix could not be loaded',
  'matrix.empty': 'No one matches',
  'matrix.empty.body': 'Try part of a name, or clear what you searched for.',
  'matrix.empty.licenses': 'No license ID matches.',
  'matrix.empty.clear': 'Clear filters',

  'matrix.letter.administrator': 'A',
  'matrix.letter.licensing-info-viewer': 'L',
  'matrix.letter.product-download-manager': 'D',
  'matrix.letter.product-keys-reader': 'K',
  'matrix.letter.benefits-reader': 'B',
  'matrix.letter.online-services-manager': 'O',
  'matrix.letter.invoice-reader': 'I',
} as const;
