import cardPage from './actions/card_page.ts';
import cardSavedPage from './actions/card_saved_page.ts';
import readMandates from './actions/read_mandates.ts';
import setMandateUp from './actions/set_mandate_up.ts';

export const actionsOnMandates = [cardPage, cardSavedPage, readMandates, setMandateUp];
