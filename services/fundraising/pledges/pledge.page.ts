// The page of a pledge, for whoever has its link. It needs no JavaScript, and loads nothing.
import type { Pledge, Result } from '#contracts';
import { html, webPage, type Html } from '#lib/html';
import { priceOf } from '#lib/money';
import { css } from './pledge.css.ts';
import { refundWords, standings, steps } from './pledge.words.ts';

interface Shown {
  pledge: Pledge & Pick<Result<'pledges.get'>, 'transitions'>;
  /** The campaign's. */
  title: string;
  payment_url: string | null;
  token: string;
}

export function pledgePage({ pledge, title, payment_url, token }: Shown) {
  const { id, amount, currency } = pledge;
  const sum = priceOf(amount, currency);
  return webPage({
    title: `Your pledge of ${sum}`,
    css,
    body: html`<main>
        <header>
          <h1>Your pledge to</h1>
          <p class="campaign">${title}</p>
          <p class="amount">${sum}</p>
        </header>
        ${standing(pledge)}
        ${
          payment_url === null
            ? html``
            : html`<a class="act" href="${payment_url}">Resume payment: ${sum}</a>`
        }
        ${money(pledge)} ${words(pledge, token)} ${history(pledge)} ${ending(pledge, token)}
      </main>
      <footer>
        Whoever has the address of this page can see it: please keep it to yourself.<br />Pledge ${id}
      </footer>`,
  });
}

function standing({ status, expires_at }: Shown['pledge']): Html {
  const [tone, title, text] = standings[status];
  return html`<section class="standing ${tone}" role="status">
    <h2>${title}</h2>
    <p>${text} ${status === 'PENDING' ? html`Pay by ${time(expires_at)}, or the pledge ends.` : html``}</p>
  </section>`;
}

/** What went back to the donor, or is to. */
function money({ refunds, refunded_amount, currency }: Shown['pledge']): Html {
  if (refunds.length === 0 && refunded_amount === 0) return html``;
  return html`<section>
    <h2>Refunds</h2>
    <ul>
      ${refunds.map(
        ({ status, amount }) =>
          html`<li><span>${refundWords[status]}</span> <span>${priceOf(amount, currency)}</span></li>`,
      )}
    </ul>
    <p>${priceOf(refunded_amount, currency)} refunded in all.</p>
  </section>`;
}

/** The message and the anonymity: to be changed by a guest. A donor with an account signs in for that. */
function words({ id, donor, message, anonymous }: Shown['pledge'], token: string): Html {
  if (!donor)
    return html`<section>
      <h2>Your message</h2>
      <p class="message">${message ?? 'None.'}</p>
      <p>${anonymous ? 'You gave anonymously.' : 'Your name is shown with it.'}</p>
    </section>`;
  return html`<form method="post" action="/pledges/${id}">
    ${hidden(token)}
    <label for="message">Your message</label>
    <textarea id="message" name="message" rows="4" maxlength="1000">${`\n${message ?? ''}`}</textarea>
    <label class="tick">
      <input type="checkbox" name="anonymous" value="true" ${anonymous ? html`checked` : html``} />
      <span>Give anonymously: your name is not shown</span>
    </label>
    <button>Save</button>
  </form>`;
}

function history({ transitions }: Shown['pledge']): Html {
  return html`<section>
    <h2>What has happened</h2>
    <ol>
      ${transitions.map(({ to, at }) => html`<li><span>${steps[to]}</span> ${time(at)}</li>`)}
    </ol>
  </section>`;
}

/** While nothing was taken a guest may take the pledge back. */
function ending({ id, donor, status }: Shown['pledge'], token: string): Html {
  if (!donor || (status !== 'PENDING' && status !== 'AUTHORIZED')) return html``;
  return html`<form method="post" action="/pledges/${id}/cancel">
    ${hidden(token)}
    <button>Cancel this pledge</button>
  </form>`;
}

const hidden = (token: string): Html => html`<input type="hidden" name="token" value="${token}" />`;

const time = (at: string): Html =>
  html`<time datetime="${at}">${at.slice(0, 'YYYY-MM-DDThh:mm'.length).replace('T', ' ')} UTC</time>`;
