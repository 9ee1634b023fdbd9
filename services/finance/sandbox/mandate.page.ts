// The page on which a donor gives another card. It needs no JavaScript.
import type { SandboxMandate } from '#contracts';
import { html, webPage } from '#lib/html';
import { css } from './checkout.css.ts';

export const mandatePage = ({ id }: SandboxMandate) =>
  webPage({
    title: 'Another card · Sandbox',
    css,
    body: html` <p class="sandbox"><strong>SANDBOX</strong> No real card is asked for here.</p>
      <main>
        <header>
          <h1>Your card</h1>
          <p class="what">It is charged from now on, in place of the last.</p>
        </header>
        <form method="post" action="/sandbox/mandates/${id}/card">
          <button class="pay" name="charges" value="succeed">Save a card that works</button>
          <div class="others">
            <button name="charges" value="fail">Save a card that is declined</button>
          </div>
        </form>
      </main>
      <footer>Commonweal sandbox provider</footer>`,
  });
