import { settingsOf } from '#lib/broker';
import { defineMixin, type Service } from '#lib/service';
import { join } from 'node:path';
import type { OutgoingEmail } from './email.ts';
import { mailFolder } from './mailers/folder.ts';
import type { Mailer } from './mailers/mailer.ts';
import { smtp } from './mailers/smtp.ts';

type Mailing = Service & { mailer: Mailer };

/** Gives a service what e-mails leave by: SMTP_URL, or else a folder. */
export const mailing = defineMixin<Mailing>({
  created() {
    const { mail, public_url, data_dir } = settingsOf(this.broker);
    const { smtp_url, is_awaited, from } = mail;
    const sender = { from, public_url };
    const folder = join(data_dir, 'mail');
    this.mailer = smtp_url === null ? mailFolder(folder, sender) : smtp(smtp_url, sender);
    if (smtp_url === null && is_awaited)
      this.logger.warn(`No e-mail leaves: without SMTP_URL they are kept in ${folder}`);
  },
  async stopped() {
    this.mailer.close();
  },
});

/** See Mailer. */
export const mail = (service: Service, email: OutgoingEmail): Promise<string | null> =>
  (service as Mailing).mailer.send(email);
