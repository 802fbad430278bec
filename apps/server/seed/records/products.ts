import type { ProductRecord } from '@muniment/contract/products.ts';
import type { DemoRecord } from './demo-record.ts';

type Row = readonly [
  partNumber: string,
  name: string,
  family: string,
  version: string,
  pool: ProductRecord['pool'],
];

const ROWS: readonly Row[] = [
  ['CAS-STD-2027', 'Cascade Standard 2027', 'Cascade', '2027', 'applications'],
  ['CAS-PRO-2027', 'Cascade Professional 2027', 'Cascade', '2027', 'applications'],
  ['CAS-STD-2024', 'Cascade Standard 2024', 'Cascade', '2024', 'applications'],
  ['CAS-PRO-2024', 'Cascade Professional 2024', 'Cascade', '2024', 'applications'],
  ['CAS-HOM-2027', 'Cascade Home Use 2027', 'Cascade', '2027', 'applications'],
  ['PLB-STD-2026', 'Plumbline Drawing 2026', 'Plumbline', '2026', 'applications'],
  ['PLB-PRO-2026', 'Plumbline Drawing Professional 2026', 'Plumbline', '2026', 'applications'],
  ['KEE-STD-2026', 'Keelson Project 2026', 'Keelson', '2026', 'applications'],
  ['KEE-PRO-2026', 'Keelson Project Professional 2026', 'Keelson', '2026', 'applications'],
  ['ADZ-TEAM-18', 'Adze Studio Team 18', 'Adze Studio', '18', 'applications'],
  ['ADZ-ENT-18', 'Adze Studio Enterprise 18', 'Adze Studio', '18', 'applications'],
  ['HAL-PRO-12', 'Halyard Desktop Professional 12', 'Halyard Desktop', '12', 'systems'],
  ['HAL-ENT-12', 'Halyard Desktop Enterprise 12', 'Halyard Desktop', '12', 'systems'],
  ['HAL-ENT-11', 'Halyard Desktop Enterprise 11', 'Halyard Desktop', '11', 'systems'],
  ['HAL-EDU-12', 'Halyard Desktop Education 12', 'Halyard Desktop', '12', 'systems'],
  ['MER-SRV-2026', 'Meridian Server Standard 2026', 'Meridian Server', '2026', 'servers'],
  ['MER-DCT-2026', 'Meridian Server Datacenter 2026', 'Meridian Server', '2026', 'servers'],
  ['MER-SRV-2022', 'Meridian Server Standard 2022', 'Meridian Server', '2022', 'servers'],
  ['MER-USR-01', 'Meridian Server user access', 'Meridian Server', '2026', 'servers'],
  ['QRY-STD-9', 'Quarry Database Standard 9', 'Quarry Database', '9', 'servers'],
  ['QRY-ENT-9', 'Quarry Database Enterprise 9', 'Quarry Database', '9', 'servers'],
  ['LAN-SRV-7', 'Lantern Monitoring 7', 'Lantern Monitoring', '7', 'servers'],
  ['OSV-MEET-1', 'Tidewater Meetings', 'Tidewater', 'Online', 'applications'],
  ['OSV-MAIL-1', 'Tidewater Mail', 'Tidewater', 'Online', 'applications'],
  ['OSV-STORE-1', 'Tidewater Files', 'Tidewater', 'Online', 'applications'],
  ['OSV-SUITE-1', 'Tidewater Suite', 'Tidewater', 'Online', 'applications'],
];

/** The publisher's catalog. Orders, keys, subscriptions and the rest of the demo name what stands here. */
export const PRODUCTS: readonly ProductRecord[] = ROWS.map(([partNumber, name, family, version, pool]) => ({
  partNumber,
  name,
  family,
  version,
  pool,
}));

export function products(): DemoRecord[] {
  return PRODUCTS.map((product) => ({ type: 'product', ...product }));
}
