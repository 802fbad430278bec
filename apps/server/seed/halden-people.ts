import type { Role } from '@muniment/domain/roles.ts';
import { addressOf } from './address-of.ts';
import type { StoryPerson } from './story.ts';

const DOMAIN = 'halden.example';

export const RUNA = staff('Runa Eskildsen');
export const MATEO = staff('Mateo Villanueva');
export const SUNNIVA = staff('Sunniva Bakke-Oyelaran');
export const KWABENA = staff('Kwabena Asante');
/** Contacts of contracts: one passed her invitation on, one has not registered, one did not in time. */
export const BIRGIT = staff('Birgit Aune');
export const OTTILIE = staff('Ottilie Brandvold');
export const JOAQUIM = staff('Joaquim Teles');

export const ILSE = staff('Ilse Vandenbroucke');
export const TADASHI = staff('Tadashi Morinaga');
export const ZEYNEP = staff('Zeynep Kaplanoğlu');
export const OLUWASEUN = staff('Oluwaseun Adeyemi');
export const MARIE_CLAIRE = staff("Marie-Claire D'Hondt");
export const SOREN = staff('Søren Thygesen');
export const PAVEL = staff('Pavel Horák');
/** Does the books of two organizations. */
export const LEA: StoryPerson = { name: 'Lea Tanaka', email: 'lea.tanaka@ledgerway.example' };

/** What somebody holds: roles by the short name of a contract. */
export interface Holding {
  readonly person: StoryPerson;
  readonly businessEmail?: string;
  readonly roles: Readonly<Record<string, readonly Role[]>>;
}

const VIEWER = 'licensing-info-viewer';
const DOWNLOADS = 'product-download-manager';
const KEYS = 'product-keys-reader';
const BENEFITS = 'benefits-reader';
const SERVICES = 'online-services-manager';
const INVOICES = 'invoice-reader';

/** Those who hold one role and no other, each of the roles once. */
export const SPECIALISTS: readonly Holding[] = [
  { person: ILSE, roles: { group: [VIEWER], design: [VIEWER], gothenburg: [VIEWER] } },
  { person: TADASHI, roles: { control: [DOWNLOADS], vision: [DOWNLOADS] } },
  { person: ZEYNEP, roles: { group: [KEYS], simulation: [KEYS] } },
  { person: OLUWASEUN, roles: { group: [BENEFITS] } },
  { person: MARIE_CLAIRE, roles: { group: [SERVICES], service: [SERVICES] } },
  { person: SOREN, roles: { group: [INVOICES], gdansk: [INVOICES], gothenburg: [INVOICES] } },
];

/** Registered people in all kinds of combinations. */
export const STAFF: readonly Holding[] = [
  { person: staff('Aroha Ngata'), roles: { design: [VIEWER, DOWNLOADS], vision: [KEYS] } },
  { person: staff('Bogdan Ionescu'), roles: { gdansk: [DOWNLOADS] } },
  { person: staff('Catalina Restrepo'), roles: { group: [VIEWER, INVOICES] } },
  { person: staff('Dmitri Vlasenko'), roles: { simulation: [KEYS, SERVICES] } },
  { person: staff('Eun-ji Baek'), roles: { control: [DOWNLOADS, KEYS], vision: [DOWNLOADS] } },
  { person: staff('Farida Rahimi'), roles: { service: [SERVICES] } },
  { person: staff('Gwilym Prosser'), roles: { apprentices: [VIEWER, DOWNLOADS, KEYS] } },
  { person: staff('Hamza El Idrissi'), roles: { gothenburg: [DOWNLOADS], gdansk: [DOWNLOADS] } },
  { person: staff('Iuliana Petrescu'), roles: { gdansk: [VIEWER] } },
  { person: staff('Jelena Marković'), roles: { testhall: [KEYS], simulation: [VIEWER] } },
  { person: staff('Kaito Fujiwara'), roles: { control: [KEYS] } },
  { person: staff('Leilani Kahale'), roles: { group: [BENEFITS, VIEWER] } },
  { person: staff('Miłosz Wróblewski'), roles: { gdansk: [DOWNLOADS, KEYS] } },
  { person: staff('Nokuthula Dlamini'), roles: { service: [VIEWER, SERVICES] } },
  { person: staff('Orla Ní Bhriain'), roles: { design: [DOWNLOADS] } },
  { person: staff('Pilar Echeverría'), roles: { gothenburg: [VIEWER, KEYS] } },
  { person: staff('Rasmus Holmqvist'), roles: { testhall: [DOWNLOADS] } },
  { person: staff('Saoirse Mac Giolla'), roles: { vision: [SERVICES] } },
  { person: staff('Thị Hạnh Nguyễn'), roles: { simulation: [DOWNLOADS], vision: [VIEWER] } },
  { person: staff('Ulrike Steinhäuser'), roles: { group: [VIEWER] } },
  {
    person: staff('Viktor Szabó'),
    businessEmail: 'field.service@halden.example',
    roles: { service: [DOWNLOADS, KEYS] },
  },
  {
    person: staff('Wanjiru Kamau'),
    businessEmail: 'w.kamau@haldenworks.example',
    roles: { gothenburg: [SERVICES], testhall: [VIEWER] },
  },
];

/** Invited in the last days. */
export const INVITED: readonly Holding[] = [
  { person: staff('Ximena Quiroga'), roles: { vision: [DOWNLOADS] } },
  { person: staff('Yusuf Demirci'), roles: { control: [KEYS, DOWNLOADS], testhall: [KEYS] } },
  { person: staff('Zofia Lewandowska'), roles: { gdansk: [VIEWER] } },
  {
    person: { name: 'Anselm Okafor', email: 'anselm.okafor@torvik-consulting.example' },
    businessEmail: 'it.projects@halden.example',
    roles: { simulation: [SERVICES] },
  },
];

/** Invited, and did not register in time. */
export const LATE: readonly Holding[] = [
  { person: staff('Bérénice Tchoumi'), roles: { design: [VIEWER] } },
  { person: staff('Casimir Vandersteen'), roles: { group: [DOWNLOADS], gothenburg: [DOWNLOADS] } },
  { person: staff('Daniela Ruggieri'), roles: { service: [KEYS] } },
];

function staff(name: string): StoryPerson {
  return { name, email: addressOf(name, DOMAIN) };
}
