import { ROLES } from '@muniment/domain/roles.ts';

/** Roles that everybody may know of; who may see Invoice Reader is the server's to say. @source R9 */
const KNOWN_ROLES = ROLES.filter((role) => role !== 'invoice-reader');

const AS_IT_WAS = 'as it was then, such as 2026-09-02 (midnight UTC) or 2026-09-02T18:00:00Z';

export const program = {
  about: 'Who may do what on each license ID: look it up, and change it.',
  after: `
Exit status: 0 done, 1 refused or failed, 2 wrong usage.

Environment:
  VL_SERVER, VL_TOKEN, VL_ORGANIZATION  win over what \`vl login\` kept
  VL_CONFIG                             another file for what \`vl login\` keeps
  NO_COLOR                              no colours

Examples:
  $ vl login --server https://licensing.example
  $ vl users --status invitation-expired
  $ vl bulk reset --status invitation-expired
  $ vl assign ana@halden.example --license 12345678 --role benefits-reader`,
  json: 'print what the API answers, as JSON',
  organization: 'the organization that this is about, where you belong to several',
  version: 'print the version',
  help: 'print this help',
  helpOf: 'print the help of a command',
} as const;

export const commands = {
  login: {
    about: 'Check an API token and keep it for the next commands.',
    options: {
      server: 'address of the server',
      token: 'the token; better piped in or typed at the question, where no process list shows it',
      organization: 'the organization that commands are about, where you belong to several',
    },
    examples: [
      'vl login',
      'vl login --server https://licensing.example',
      'printf %s "$TOKEN" | vl login --server https://licensing.example',
    ],
  },
  logout: { about: 'Forget the token that was kept.', examples: ['vl logout'] },
  me: { about: 'Show who is signed in, and what they may do.', examples: ['vl me', 'vl me --json'] },
  licenses: {
    about: 'List the license IDs on which you hold a role.',
    options: {
      action: 'only where you may do this, such as assignment:manage (default: contract:view)',
      q: 'only with this text in license ID, name, program or agreement',
      soleAdministrator: 'only those of which you are the only administrator',
      status: 'only of this status, or of several',
      sort: 'order of the list (default: licenseId)',
      limit: 'this many at most',
      csv: 'write all of them to this file as CSV',
    },
    examples: [
      'vl licenses',
      'vl licenses --action assignment:manage',
      'vl licenses --sole-administrator --json',
      'vl licenses --status expiring expired --sort endDate',
      'vl licenses --csv contracts.csv',
    ],
    show: {
      about: 'Show what a contract is: its facts, offerings and contacts.',
      licenseId: 'a license ID on which you hold a role',
      examples: ['vl licenses show 72041183'],
    },
  },
  invoices: {
    about: 'List the invoices and credit memos of the license IDs on which you may see them.',
    options: {
      license: 'only of this license ID',
      q: 'only with this text in invoice number or PO number',
      kind: 'only invoices, or only credit memos',
      from: 'only of this invoice date or later, such as 2026-07-01',
      to: 'only of this invoice date or earlier',
      sort: 'order of the list (default: -invoiceDate)',
      limit: 'this many at most',
      csv: 'write them to this file for reconciliation: CSV, a row for each line of an invoice',
    },
    examples: [
      'vl invoices',
      'vl invoices --license 12345678 --kind credit-memo',
      'vl invoices --from 2026-07-01 --to 2026-09-30 --csv third-quarter.csv',
    ],
    show: {
      about: 'Show an invoice with its addresses and lines.',
      invoice: 'invoice number, or the id of an invoice',
      options: { license: 'the license ID that it is of' },
      examples: ['vl invoices show INV-2026-0412 --license 12345678'],
    },
    download: {
      about: 'Download the document of an invoice (PDF).',
      invoice: 'invoice number, or the id of an invoice',
      options: {
        license: 'the license ID that it is of',
        out: 'write to this file; it is there only when it is whole',
      },
      examples: ['vl invoices download INV-2026-0412 --license 12345678 --out invoice.pdf'],
    },
  },
  benefits: {
    about: 'List the Home Use Programs of the license IDs on which you manage benefits.',
    options: {
      license: 'only of this license ID',
      q: 'only with this text in license ID or name',
      state: 'only of this state',
      sort: 'order of the list (default: licenseId)',
      limit: 'this many at most',
      csv: 'write them to this file as CSV, without access codes',
    },
    examples: ['vl benefits', 'vl benefits --state active --csv home-use.csv'],
    show: {
      about: 'Show the Home Use Program of a license ID, with its access code where it is active.',
      license: 'a license ID',
      examples: ['vl benefits show 12345678', 'vl benefits show 12345678 --json'],
    },
    activate: {
      about: 'Activate the Home Use Program of a license ID: it gets a new access code.',
      license: 'a license ID whose terms are accepted, and whose contact and domains are set',
      examples: ['vl benefits activate 12345678'],
    },
    deactivate: {
      about: 'Deactivate the Home Use Program of a license ID: its access code stops working at once.',
      license: 'a license ID',
      options: { yes: 'deactivate without asking' },
      examples: ['vl benefits deactivate 12345678', 'vl benefits deactivate 12345678 --yes'],
    },
  },
  users: {
    about: 'List the VL users on the license IDs that you administer.',
    options: {
      status: 'only of one of these statuses',
      role: 'only with one of these roles',
      license: 'only with a role on one of these license IDs',
      q: 'only with this text in name, sign-in or business e-mail',
      at: AS_IT_WAS,
      limit: 'this many at most',
    },
    examples: [
      'vl users',
      'vl users --status invitation-sent invitation-expired',
      'vl users --role administrator --license 12345678 --json',
    ],
  },
  access: {
    about: 'Show the roles of a VL user on the license IDs that you administer.',
    user: 'sign-in e-mail, or the id of a VL user',
    options: { at: AS_IT_WAS },
    examples: ['vl access ana@halden.example', 'vl access ana@halden.example --at 2026-09-02 --json'],
  },
  explain: {
    summary: 'Show why a person may do something, or what they may do.',
    about:
      'Show why a person may do something on a license ID: the roles that give it, who gave them, when and why, what ' +
      'does not count, and what would stay without each role. Without a license ID: what they may do, and where. ' +
      'About yourself, or about people on license IDs that you administer.',
    user: 'sign-in e-mail, or the id of a VL user',
    options: {
      license: 'a license ID; left out: all of them',
      action: 'one thing that roles allow, such as product-key:view; left out: anything',
      at: AS_IT_WAS,
    },
    examples: [
      'vl explain ana@halden.example',
      'vl explain ana@halden.example --license 12345678',
      'vl explain ana@halden.example --license 12345678 --action product-key:view --at 2026-09-02',
    ],
  },
  who: {
    about: 'List who may do something on a license ID that you administer.',
    license: 'a license ID',
    options: {
      action: 'one thing that roles allow, such as assignment:manage; left out: anything',
      at: AS_IT_WAS,
      limit: 'this many at most',
    },
    examples: [
      'vl who 12345678',
      'vl who 12345678 --action assignment:manage',
      'vl who 12345678 --action product-key:view --at 2026-09-02 --json',
    ],
  },
  assign: {
    summary: 'Set, add or take the roles of a person on license IDs.',
    about:
      'Set the roles of a person on license IDs: all that they are to hold there, unless you say --add or --take. ' +
      'Who is new gets an invitation, who has registered a notification.',
    user: 'sign-in e-mail, or the id of a VL user',
    options: {
      license: 'license IDs that you administer',
      role: `of ${KNOWN_ROLES.join(', ')}`,
      add: 'add these roles to what they hold there',
      take: 'take these roles from what they hold there',
      name: 'full name of somebody new',
      businessEmail: 'where mail goes, if not to the sign-in e-mail',
      startsAt: 'when the roles begin to count, such as 2027-01-31 or 2027-01-31T18:00:00Z',
      endsAt: 'when they end; "never" takes an end away',
      reason: 'why; kept with the change',
      dryRun: 'show what would change; save nothing',
      yes: 'save without asking',
    },
    examples: [
      'vl assign ana@halden.example --license 12345678 --role benefits-reader --dry-run',
      'vl assign new@halden.example --name "Noor Haddad" --license 12345678 87654321 --role administrator --yes',
      'vl assign ana@halden.example --license 12345678 --role product-keys-reader --add --ends-at 2027-06-30',
    ],
  },
  remove: {
    summary: 'End the roles of a VL user.',
    about:
      'End the assigned roles of a VL user on all license IDs that you administer, or on some. ' +
      'What others administer is not touched; the person is told by e-mail.',
    user: 'sign-in e-mail, or the id of a VL user',
    options: {
      license: 'only on these license IDs',
      reason: 'why; kept with the change (only with --license)',
      dryRun: 'show what would change; save nothing',
      yes: 'remove without asking',
    },
    examples: ['vl remove ana@halden.example', 'vl remove ana@halden.example --license 12345678 --yes'],
  },
  bulk: {
    about: 'Change many people at once, or send their invitations again.',
    options: {
      role: `of ${KNOWN_ROLES.join(', ')}`,
      license: 'license IDs that you administer',
      onlyLicense: 'only on these license IDs (default: on all that you administer)',
      allRoles: 'end all of their assigned roles, so that they leave your list',
      reason: 'why; kept with the change',
      dryRun: 'show what would change; save nothing',
      yes: 'save without asking',
      yesSend: 'send without asking',
    },
    add: {
      summary: 'Add roles to many people.',
      about:
        'Add roles to many people on license IDs: one change, all of it or nothing. ' +
        'What they hold already stays as it is; whoever waits for another change is left out, and named.',
      examples: [
        'vl bulk add --user ana@halden.example new@halden.example --role benefits-reader --license 12345678',
        'vl bulk add --with-role administrator --role product-keys-reader --license 12345678 87654321 --dry-run',
      ],
    },
    remove: {
      summary: 'End roles of many people, or all of them.',
      about:
        'End roles of many people, everywhere that you administer or on some license IDs; or, with --all-roles, all ' +
        'that is assigned to them. What they inherit stays. One change, all of it or nothing.',
      examples: [
        'vl bulk remove --on-license 12345678 --role product-download-manager --license 12345678',
        'vl bulk remove --status user-not-found --all-roles --yes',
      ],
    },
    resend: {
      summary: 'Send the invitations of many people again.',
      about:
        'Send the invitations of many people again: the same links, the same expiry. At most once a minute each.',
      examples: ['vl bulk resend --status invitation-sent', 'vl bulk resend --user ana@halden.example --yes'],
    },
    reset: {
      summary: 'Send many people new invitations.',
      about: 'Send many people new invitations: new links, a new expiry; earlier links stop working.',
      examples: ['vl bulk reset --status invitation-expired --yes --json'],
    },
  },
  export: {
    summary: 'Export who holds what as CSV.',
    about:
      'Export who holds what on the license IDs that you administer, as CSV (UTF-8 with a byte order mark): a row for ' +
      'each person, license ID and role. Without --out it is printed; with --json as rows of JSON.',
    options: {
      status: 'only of one of these statuses',
      role: 'only people with one of these roles; all of their roles are exported',
      license: 'only people with a role on one of these license IDs; all of their roles are exported',
      q: 'only with this text in name, sign-in or business e-mail',
      sort: 'order of the people (default: displayName)',
      out: 'write to this file; it is there only when it is whole',
    },
    examples: [
      'vl export --out access.csv',
      'vl export --status failed user-not-found --sort -displayName > attention.csv',
    ],
  },
  changes: {
    about: 'List the changes on the license IDs that you administer, the newest first.',
    options: {
      user: 'only of the roles of this person: sign-in e-mail, or the id of a VL user',
      license: 'only on this license ID',
      kind: 'only of one of these kinds',
      limit: 'this many at most (default: 50)',
    },
    examples: [
      'vl changes',
      'vl changes --user ana@halden.example',
      'vl changes --license 12345678 --kind assignment undo --json',
    ],
  },
  undo: {
    summary: 'Take a change back.',
    about:
      'Take a change back: what it gave ends, and what it took is given again, with the dates that it had; all of it ' +
      'or nothing. Whoever was not told of the change yet is told of neither. To have it again, undo the undo.',
    change: 'the id of a change, as `vl changes` and a save show it',
    options: { yes: 'take it back without asking' },
    examples: [
      'vl undo 0197f2b8-1c55-7d0e-9c1a-5b1f6a0e3c77',
      'vl undo 0197f2b8-1c55-7d0e-9c1a-5b1f6a0e3c77 --yes --json',
    ],
  },
  import: {
    about: 'Take data over from elsewhere.',
    vlsc: {
      summary: 'Take roles over from an export of the legacy service center (CSV).',
      about:
        'Take roles over from an export of the legacy service center (CSV): for the publisher. ' +
        'Every row is reported as taken, skipped or rejected, with the reason; nothing that is held is removed. ' +
        'Whoever was assigned before the cut-off and had not registered by it is skipped. ' +
        'Ends with 1 where a row was rejected; the others were taken all the same.',
      file: 'the export: comma, semicolon or tab separated',
      options: {
        dryRun: 'report what would become of each row; save nothing',
        cutOff: 'skip whoever was assigned before this day and had not registered by it',
        report: 'write what became of every row to this CSV file',
        encoding: 'of the file, such as windows-1252 (default: found out)',
      },
      examples: [
        'vl import vlsc export.csv --dry-run',
        'vl import vlsc export.csv --report outcome.csv',
        'vl import vlsc export.csv --cut-off 2024-01-31 --encoding iso-8859-2 --json',
      ],
    },
    contracts: {
      summary: 'Push contracts, orders, keys and the rest from a file of records (NDJSON).',
      about:
        'Push contracts, orders, keys and the rest from a file of records (NDJSON): for partners and the publisher. ' +
        'Each line is an object with its type. What is there already is updated or left as it is, so a file may be ' +
        'pushed again. A line that is refused is reported, and the others are taken. ' +
        'Ends with 1 where a line was refused, or where it stopped early: it says then how to go on.',
      file: 'the records, one a line; - reads standard input',
      options: {
        report: 'write line, field and reason of each line that was not taken to this file (NDJSON)',
        fromLine: 'begin with this line: where an earlier run stopped',
      },
      examples: [
        'vl import contracts contracts.ndjson',
        'vl import contracts contracts.ndjson --report refused.ndjson',
        'vl import contracts contracts.ndjson --from-line 48001 --report refused.ndjson',
        'gunzip -c contracts.ndjson.gz | vl import contracts -',
      ],
    },
  },
  downloads: {
    about: 'List the files that the license IDs offer on which you may download.',
    options: {
      license: 'only what this license ID offers',
      q: 'only with this text in product, part number, version, file name or download number',
      product: 'only of the product of this part number',
      language: 'only in this language, such as de or pt-BR',
      architecture: 'only for this architecture, such as x64',
      type: 'only of this file type, such as ISO',
      sort: 'order of the list (default: product)',
      limit: 'this many at most',
      csv: 'write them to this file as CSV, with size and SHA-256',
    },
    examples: [
      'vl downloads',
      'vl downloads --q casement --language de --architecture x64',
      'vl downloads --license 12345678 --csv downloads.csv',
    ],
  },
  download: {
    summary: 'Fetch a file, and compare its checksum.',
    about:
      'Fetch a file that a license ID offers. It grows as FILE.part, and has its name when its SHA-256 is right; what ' +
      'broke off goes on where it was when the same is typed again. It is recorded that you fetched it.',
    file: 'download number, or the id of a download',
    options: {
      license: 'the license ID that offers it',
      out: 'the file to write, or the directory to write it to (default: here, as the publisher calls it)',
    },
    examples: [
      'vl download D-2027-0117 --license 12345678',
      'vl download D-2027-0117 --license 12345678 --out /srv/images --json',
    ],
  },
  orders: {
    about: 'List the orders under the license IDs on which you may view orders.',
    options: {
      license: 'only under this license ID',
      q: 'only with this text in order numbers, reseller, part numbers or products',
      from: 'only ordered on this day or later, such as 2026-07-01',
      to: 'only ordered on this day or earlier',
      sort: 'order of the list (default: -orderedOn)',
      limit: 'this many at most',
      csv: 'write them to this file as CSV, a row for each line of an order',
    },
    examples: [
      'vl orders',
      'vl orders --license 12345678 --from 2026-07-01',
      'vl orders --q CAS-STD-2027 --sort reseller --csv orders.csv',
    ],
    show: {
      about: 'Show an order with its lines.',
      order: 'reseller order number, or the id of an order',
      options: { license: 'the license ID that it is under' },
      examples: [
        'vl orders show NG-20417 --license 12345678',
        'vl orders show NG-20417 --license 12345678 --json',
      ],
    },
  },
  keys: {
    about: 'List the product keys of the license IDs on which you may see them, masked.',
    options: {
      license: 'only of this license ID',
      q: 'only with this text in product, part number, license ID, key number or the last five characters',
      type: 'only of this type',
      status: 'only of this status',
      sort: 'order of the list (default: product)',
      limit: 'this many at most',
      csv: 'write the list, masked, to this file as CSV',
    },
    examples: ['vl keys', 'vl keys --q ABCDE', 'vl keys --type mak --license 12345678 --json'],
    reveal: {
      summary: 'Show one key in clear.',
      about: 'Show one key in clear. It is recorded that you saw it.',
      key: 'key number, last five characters, or the id of a key',
      options: { license: 'the license ID that it is under' },
      examples: [
        'vl keys reveal ABCDE --license 12345678',
        'vl keys reveal K-1042 --license 12345678 --json',
      ],
    },
    export: {
      summary: 'Write keys in clear to a file.',
      about:
        'Write all keys that match in clear to a CSV file. It is recorded which keys they are and that you got them.',
      options: { out: 'the file to write', yes: 'export without a question' },
      examples: [
        'vl keys export --license 12345678 --out keys.csv',
        'vl keys export --type mak --out keys.csv --yes',
      ],
    },
    request: {
      summary: 'Ask the publisher for more activations of a MAK.',
      about: 'Ask the publisher for more activations of a MAK. It becomes a support ticket.',
      key: 'key number, last five characters, or the id of a key',
      options: {
        license: 'the license ID that it is under',
        wanted: 'how many activations in all it should be good for',
        justification: 'why',
      },
      examples: [
        'vl keys request ABCDE --license 12345678 --wanted 750 --justification "A second site opens in March."',
      ],
    },
    products: {
      summary: 'List the products of which you may read keys.',
      about: 'List the products of which you may read keys, with how many keys there are of each.',
      options: { q: 'only with this text in product, part number or license ID' },
      examples: ['vl keys products', 'vl keys products --q Server --json'],
    },
  },
  subscriptions: {
    about: 'List the subscriptions under the license IDs on which you may manage them.',
    options: {
      license: 'only under this license ID',
      q: 'only with this text in product, part number, subscription number or license ID',
      status: 'only of this status',
      sort: 'order of the list (default: next, what ends or renews next)',
      limit: 'this many at most',
      csv: 'write them to this file as CSV',
    },
    examples: [
      'vl subscriptions',
      'vl subscriptions --status ending',
      'vl subscriptions --csv subscriptions.csv',
    ],
    set: {
      summary: 'Ask for another quantity of a subscription, or for auto-renew on or off.',
      about:
        'Ask for another quantity of a subscription, within the bounds of its contract and for no less than is ' +
        "assigned, or for auto-renew on or off. It waits until the publisher's system says so.",
      subscription: 'subscription number, or the id of a subscription',
      options: {
        license: 'the license ID that it is under',
        quantity: 'how many there are to be',
        autoRenew: 'on: it renews at the end of its term; off: it ends then',
        yes: 'ask for it without a question',
      },
      examples: [
        'vl subscriptions set SUB-1042 --license 12345678 --quantity 120',
        'vl subscriptions set SUB-1042 --license 12345678 --auto-renew off --yes',
      ],
    },
  },
  ledger: {
    about: 'Look at the record of all changes.',
    verify: "Check that the hash chains of the organization's record are whole.",
    examples: ['vl ledger verify', 'vl ledger verify --json'],
    list: {
      about: 'List what happened on the license IDs that you administer, the newest first.',
      options: {
        chain: 'changes (default), or disclosures: which keys, files and invoices were given to whom',
        license: 'only on this license ID',
        limit: 'this many at most (default: 50)',
      },
      examples: ['vl ledger list', 'vl ledger list --chain disclosures --license 12345678 --json'],
    },
  },
} as const;

/** Of the options by which bulk commands name people. */
export const peopleOfBulk = {
  user: 'these people: sign-in e-mails, or ids of VL users',
  status: 'everybody of one of these statuses',
  withRole: 'everybody with one of these roles',
  onLicense: 'everybody with a role on one of these license IDs',
  q: 'everybody with this text in name, sign-in or business e-mail',
  everybody: 'everybody whom you see',
} as const;
