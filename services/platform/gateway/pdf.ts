// Responses that are PDFs.
import { send, type Response } from './http.ts';

/** A PDF as an action answers it: base64, for it may come from another thread. */
export interface SentPdf {
  pdf: string;
  file_name: string;
}

/** Sends it to be looked at, and to be saved under its name. Nobody caches it: it is somebody's own. */
export function sendPdf(res: Response, { pdf, file_name }: SentPdf): void {
  send(res, 200, 'application/pdf', Buffer.from(pdf, 'base64'), {
    'cache-control': 'no-store',
    'content-disposition': `inline; filename="${file_name}"`,
  });
}
