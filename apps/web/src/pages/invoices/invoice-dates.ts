/** From when on invoices are listed: as many days back. */
export const INVOICE_DATES = ['last30', 'last90', 'last365'] as const;

const DAY_MS = 86_400_000;

/** What the list asks for, with the chosen date as the API takes it: the first day that counts. */
export function withDates({ date, ...asked }: { readonly date?: string }): { readonly from?: string } {
  const days = /^last(\d+)$/.exec(date ?? '')?.[1];
  if (days === undefined) return asked;
  return { ...asked, from: new Date(Date.now() - Number(days) * DAY_MS).toISOString().slice(0, 10) };
}
