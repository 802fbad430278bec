/** The columns of a file of assignments. */
export const CSV_COLUMNS = ['signInEmail', 'displayName', 'businessEmail', 'licenseId', 'roles'] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];

/** Without these a file says nothing. A name is needed of people who are not known, and the business e-mail of none. */
export const REQUIRED_COLUMNS: readonly CsvColumn[] = ['signInEmail', 'licenseId', 'roles'];

/** What a template and a report call them: in English whatever the language, so that files pass between people. */
export const COLUMN_HEADERS: Readonly<Record<CsvColumn, string>> = {
  signInEmail: 'Sign-in email',
  displayName: 'Display name',
  businessEmail: 'Business email',
  licenseId: 'License ID',
  roles: 'Roles',
};

// Letters alone, in lower case. docs/how-to/assign-users.md lists them.
const NAMES: Readonly<Record<CsvColumn, readonly string[]>> = {
  signInEmail: [
    'signinemail',
    'signinemailaddress',
    'signin',
    'email',
    'emailaddress',
    'mail',
    'userprincipalname',
    'upn',
    'username',
    'user',
    'login',
    'anmeldeemail',
    'anmeldeadresse',
    'emailadresse',
    'adressedeconnexion',
    'emaildeconnexion',
    'courriel',
    'サインインメール',
    'サインイン用メールアドレス',
    'メールアドレス',
  ],
  displayName: [
    'displayname',
    'fullname',
    'name',
    'person',
    'anzeigename',
    'vollstandigername',
    'nom',
    'nomcomplet',
    'nomaffiche',
    '表示名',
    '氏名',
  ],
  businessEmail: [
    'businessemail',
    'businessemailaddress',
    'workemail',
    'contactemail',
    'alternateemail',
    'alternatebusinessemail',
    'geschaftlicheemail',
    'geschaftsemail',
    'emailprofessionnel',
    'emailprofessionnelle',
    '勤務先メール',
    'ビジネスメール',
  ],
  licenseId: [
    'licenseid',
    'licenceid',
    'licenseids',
    'license',
    'licence',
    'contract',
    'contractid',
    'lizenzid',
    'lizenz',
    'vertrag',
    'iddelicence',
    'idlicence',
    'identifiantdelicence',
    'contrat',
    'ライセンスid',
    '契約',
  ],
  roles: [
    'roles',
    'role',
    'volumelicensingroles',
    'volumelicensingrole',
    'permissions',
    'permission',
    'access',
    'rolle',
    'rollen',
    'ロール',
    '役割',
  ],
};

/** Names by their letters: "E-Mail" is "email", "Rôles" is "roles". */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Finds the columns by the names in the first line, in any order, whatever their case, blanks and hyphens. Other columns
 * are not read.
 *
 * @returns By column its place; those that are not there are left out.
 */
export function findColumns(header: readonly string[]): ReadonlyMap<CsvColumn, number> {
  const names = header.map(lettersOf);
  const columns = new Map<CsvColumn, number>();
  for (const column of CSV_COLUMNS) {
    // The most telling name first: of "Email" and "Sign-in email" the second one.
    const place = NAMES[column].map((name) => names.indexOf(lettersOf(name))).find((index) => index >= 0);
    if (place !== undefined) columns.set(column, place);
  }
  return columns;
}
