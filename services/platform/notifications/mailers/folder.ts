import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { mailOf, type Mailer, type Sender } from './mailer.ts';

/** Keeps e-mails as files that programs for mail open, `<id>.eml`, for its operator's eyes: links are permissions. */
export function mailFolder(folder: string, sender: Sender): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true });
  return {
    async send(email) {
      const { message } = await transport.sendMail(mailOf(email, sender));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, `${email.id}.eml`);
      // Whole or not at all.
      await writeFile(`${file}.part`, message as Buffer, { mode: 0o600 });
      await rename(`${file}.part`, file);
      return null;
    },
    close: () => transport.close(),
  };
}
