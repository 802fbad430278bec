import { exportInvoice, getInvoicePdf, type InvoiceDetails } from '@muniment/contract/invoices.ts';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../app/organization.ts';
import { saveFile } from '../../listing/save-file.ts';
import { useCsvFile } from '../../listing/use-csv-file.ts';
import { useMessages } from '../../messages/messages.tsx';
import { problemText } from '../../messages/problem-text.ts';
import { showToast } from '../../ui/toasts.tsx';

/** Saves the publisher's document of an invoice, or its lines as CSV. Each is asked for anew, and so is the right to it. */
export function useInvoiceFiles({ id, licenseId, invoiceNumber }: InvoiceDetails) {
  const { t } = useMessages();
  const api = useApi();
  const params = { licenseId, invoiceId: id };
  const name = `invoice-${invoiceNumber.replace(/[^A-Za-z0-9._-]/g, '-')}`;
  const pdfName = `${name}.pdf`;
  const { saveCsv, isSaving } = useCsvFile();
  const pdf = useMutation({
    mutationFn: async () => {
      const body = await api.call(getInvoicePdf, { params });
      return new Response(body, { headers: { 'content-type': 'application/pdf' } }).blob();
    },
    onSuccess: (blob) => {
      saveFile(blob, pdfName);
      showToast({ tone: 'success', title: t('invoices.pdf.done'), message: pdfName });
    },
    onError: (error) =>
      showToast({ tone: 'danger', title: t('invoices.pdf.failed'), message: t(problemText(error)) }),
  });
  return {
    savePdf: () => pdf.mutate(),
    isSavingPdf: pdf.isPending,
    saveCsv: () =>
      saveCsv({
        read: () => api.call(exportInvoice, { params }),
        name: `${name}.csv`,
        told: { title: t('invoices.csv.done'), message: t('invoices.csv.body', { file: `${name}.csv` }) },
      }),
    isSavingCsv: isSaving,
  };
}
