// Notifications hear, and write letters: nobody asks them for anything yet, and nobody hears of it.
export const actions = {};

export const messages = {};
