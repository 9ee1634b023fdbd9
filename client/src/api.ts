// Generated from contracts/ by `npm run client`: change it there.
export interface paths {
    "/api/payments/webhooks/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receives a webhook of a payment provider, and answers once it is recorded. Its signature stands in for a token.
         * @description For anyone, without a token.
         */
        post: operations["payments.receive_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the payments of a purpose, such as a pledge. For admins.
         * @description Needs `payments:read`. Read payments and what their providers reported.
         */
        get: operations["payments.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists all webhooks of a payment with their outcomes. For admins.
         * @description Needs `payments:read`. Read payments and what their providers reported.
         */
        get: operations["payments.list_payment_webhooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ops/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists webhooks with their outcomes, newest first. For admins.
         * @description Needs `ops:read`. Read how far messages, webhooks and dead letters are.
         */
        get: operations["payments.list_webhooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ops/webhooks/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resends a recorded webhook to the platform. What was applied already is not applied again. For admins.
         * @description Needs `ops:retry`. Deliver dead letters and webhooks again, and make test webhooks.
         */
        post: operations["payments.resend_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/capture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Captures an AUTHORIZED payment, where the provider does not do so by itself. For admins.
         * @description Needs `payments:capture`. Collect payments that were authorized.
         */
        post: operations["payments.capture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists payouts, newest first. For admins.
         * @description Needs `payouts:read`. Read payouts and write-offs.
         */
        get: operations["payments.list_payouts"];
        put?: never;
        /**
         * Books a payout to a beneficiary, such as a campaign, of at most its balance less what is reserved. For admins.
         * @description Needs `payouts:create`. Pay out what a campaign has, and write off what it owes.
         */
        post: operations["payments.create_payout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records that the money of a payout has arrived. For admins.
         * @description Needs `payouts:confirm`. Say what became of a payout.
         */
        post: operations["payments.confirm_payout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts/{id}/fail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records that a payout did not come about: its money is the beneficiary's again. For admins.
         * @description Needs `payouts:confirm`. Say what became of a payout.
         */
        post: operations["payments.fail_payout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts/{id}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records that a payout came back after it had arrived: its money is the beneficiary's again. For admins.
         * @description Needs `payouts:confirm`. Say what became of a payout.
         */
        post: operations["payments.reverse_payout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/write-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists what was written off, newest first. For admins.
         * @description Needs `payouts:read`. Read payouts and write-offs.
         */
        get: operations["payments.list_write_offs"];
        put?: never;
        /**
         * Writes off what a beneficiary owes, or a part of it: the platform's loss. For admins.
         * @description Needs `payouts:create`. Pay out what a campaign has, and write off what it owes.
         */
        post: operations["payments.write_off"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/balances/{beneficiary}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns what a beneficiary has: pending, available and reserved, what it owes, and what has left it. For the campaign's owner and admins.
         * @description Needs `balances:read`. Read what your own campaigns have.
         */
        get: operations["payments.get_balance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exports all payouts, newest first, as CSV or JSON Lines. For admins.
         * @description Needs `payouts:export`. Export all payouts.
         */
        get: operations["payments.export_payouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaign_id}/exports/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exports the payouts to a campaign, newest first, as CSV or JSON Lines. For the campaign's owner and admins.
         * @description Needs `balances:read`. Read what your own campaigns have.
         */
        get: operations["payments.export_campaign_payouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exports the entries of the ledger that moved money, oldest first: those at or after `from` and before `to`. For admins.
         * @description Needs `ledger:export`. Export the ledger.
         */
        get: operations["payments.export_ledger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists campaigns, newest first. Only their owners and admins see drafts.
         * @description For anyone; a token says who asks.
         */
        get: operations["campaigns.list"];
        put?: never;
        /**
         * Creates a campaign as a draft.
         * @description Needs `campaigns:create`. Draft campaigns of your own.
         */
        post: operations["campaigns.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publishes a campaign: it takes pledges. For its owner and admins.
         * @description Needs `campaigns:update`. Change, publish and end your own campaigns.
         */
        post: operations["campaigns.publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Closes a campaign: it takes no more pledges. An all-or-nothing one is decided some time later. For its owner and admins.
         * @description Needs `campaigns:update`. Change, publish and end your own campaigns.
         */
        post: operations["campaigns.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels a campaign: its open pledges are cancelled, its captured pledges refunded. For its owner and admins.
         * @description Needs `campaigns:update`. Change, publish and end your own campaigns.
         */
        post: operations["campaigns.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns a campaign. Only its owner and admins see a draft.
         * @description For anyone; a token says who asks.
         */
        get: operations["campaigns.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Updates a campaign that has not ended; its currency cannot change, nor can the terms of an all-or-nothing one that is published. For its owner and admins.
         * @description Needs `campaigns:update`. Change, publish and end your own campaigns.
         */
        patch: operations["campaigns.update"];
        trace?: never;
    };
    "/api/pledges/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erases a guest: their name, address and messages, from all pledges that were made with the address of this one. By its link, which opens nothing afterwards.
         * @description For guests, and with `pledges:update` for who is signed in.
         */
        post: operations["pledges.erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pledges/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns a pledge and its history. For its donor (guests use the link from their e-mail), the campaign's owner and admins.
         * @description For guests, and with `pledges:read` for who is signed in.
         */
        get: operations["pledges.get"];
        /**
         * Updates the message and the anonymity of a pledge. For its donor.
         * @description For guests, and with `pledges:update` for who is signed in.
         */
        put: operations["pledges.update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pledges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists pledges, newest first: the user's own, those of a campaign for its owner, everyone's for admins.
         * @description Needs `pledges:read`. Read your own pledges, and those to your own campaigns.
         */
        get: operations["pledges.list"];
        put?: never;
        /**
         * Pledges an amount to a campaign; the donor pays at `payment_url`. Guests must send `donor`.
         * @description For guests, and with `pledges:create` for who is signed in.
         */
        post: operations["pledges.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pledges/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels a pledge whose money is not captured yet. For its donor and admins.
         * @description For guests, and with `pledges:update` for who is signed in.
         */
        post: operations["pledges.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pledges/{id}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refunds a captured pledge, or `amount` of it; can be repeated until everything is refunded. For the campaign's owner and admins.
         * @description Needs `pledges:refund`. Refund pledges to your own campaigns.
         */
        post: operations["pledges.refund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pledges/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolves a CONFLICTED pledge: accepts the captured amount, or refunds it. For admins.
         * @description Needs `pledges:resolve`. Decide pledges whose money is not what was pledged.
         */
        post: operations["pledges.resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/pledges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exports all pledges, newest first, as CSV or JSON Lines. For admins.
         * @description Needs `pledges:export_any`. Export all pledges.
         */
        get: operations["pledges.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaign_id}/exports/pledges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exports the pledges of a campaign, newest first, as CSV or JSON Lines. For the campaign's owner and admins.
         * @description Needs `pledges:export`. Export the pledges to your own campaigns.
         */
        get: operations["pledges.export_campaign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaign_id}/exports/donors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exports the donors of a campaign with what each has given, as CSV or JSON Lines. For the campaign's owner and admins.
         * @description Needs `pledges:export`. Export the pledges to your own campaigns.
         */
        get: operations["pledges.export_donors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaign_id}/offline-gifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records what a campaign's owner was given in cash, by cheque or by bank transfer, as a pledge that is COMPLETED. For the owner and admins.
         * @description Needs `offline-gifts:record`. Record and void gifts to your own campaigns that came by another way.
         */
        post: operations["pledges.record_offline_gift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pledges/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes an offline gift out again, because it was recorded wrongly or returned. For the campaign's owner and admins.
         * @description Needs `offline-gifts:record`. Record and void gifts to your own campaigns that came by another way.
         */
        post: operations["pledges.void"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaign_id}/fees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns what a donor pays for a campaign to keep `amount`. The fee is by the price list; the provider may ask for another.
         * @description For anyone; a token says who asks.
         */
        get: operations["pledges.preview_fees"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaign_id}/donors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists who gave to a campaign, newest first: pledges whose money is with it, as their donors want to be shown.
         * @description For anyone; a token says who asks.
         */
        get: operations["pledges.list_donors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pledges/{id}/message/hide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hides the message of a pledge from all but its donor, the owner and admins. For the campaign's owner and admins.
         * @description Needs `messages:moderate`. Hide and show donors' messages on your own campaigns.
         */
        post: operations["pledges.hide_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pledges/{id}/message/show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shows a message again that was hidden. For the campaign's owner and admins.
         * @description Needs `messages:moderate`. Hide and show donors' messages on your own campaigns.
         */
        post: operations["pledges.show_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaign_id}/thanks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Thanks a campaign's donors, anonymous ones too, by an e-mail each with these words. Once a day (UTC). For its owner.
         * @description Needs `donors:thank`. Write to the donors of your own campaigns.
         */
        post: operations["pledges.thank"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists receipts, newest first: the user's own, with `organisation_id` those of an organisation for itself, everyone's for admins.
         * @description Needs `receipts:read`. Read your own receipts, and those of your own campaigns.
         */
        get: operations["receipts.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/receipts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns a receipt. For its donor (guests use the link from their e-mail), the organisation and admins.
         * @description For guests, and with `receipts:read` for who is signed in.
         */
        get: operations["receipts.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/receipts/statements/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns all of the user's receipts and cancellations of a year, with their sums.
         * @description Needs `receipts:read`. Read your own receipts, and those of your own campaigns.
         */
        get: operations["receipts.statement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/receipts/statements/{year}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns the same as a PDF.
         * @description Needs `receipts:read`. Read your own receipts, and those of your own campaigns.
         */
        get: operations["receipts.statement_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists subscriptions, newest first: the user's own, those of a campaign for its owner, everyone's for admins.
         * @description Needs `subscriptions:read`. Read your own subscriptions, and those to your own campaigns.
         */
        get: operations["subscriptions.list"];
        put?: never;
        /**
         * Begins to give an amount each month or year; the first payment, at `payment_url`, saves the card. Guests must send `donor`.
         * @description For guests, and with `subscriptions:create` for who is signed in.
         */
        post: operations["subscriptions.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns a subscription. For its donor (guests use the link from their e-mail), the campaign's owner and admins.
         * @description For guests, and with `subscriptions:read` for who is signed in.
         */
        get: operations["subscriptions.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Charges nothing until it is resumed. For its donor and admins.
         * @description For guests, and with `subscriptions:update` for who is signed in.
         */
        post: operations["subscriptions.pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Goes on with the next period; those that were paused are not charged. For its donor and admins.
         * @description For guests, and with `subscriptions:update` for who is signed in.
         */
        post: operations["subscriptions.resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a subscription, once and for all; one that has ended stays so. For its donor and admins.
         * @description For guests, and with `subscriptions:update` for who is signed in.
         */
        post: operations["subscriptions.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions/{id}/card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Returns where the donor gives another card. For its donor.
         * @description For guests, and with `subscriptions:update` for who is signed in.
         */
        post: operations["subscriptions.replace_card"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaign_id}/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns what a campaign has received since it was published.
         * @description For anyone; a token says who asks.
         */
        get: operations["totals.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaign_id}/totals/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Streams what a campaign has received, whenever that changes. Under load it skips to the newest figures.
         * @description For anyone; a token says who asks.
         */
        get: operations["totals.stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ops/totals/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rebuilds the totals from the pledges for up to 3 seconds, while clients read them; `next_cursor` continues. For admins.
         * @description Needs `totals:rebuild`. Count totals anew.
         */
        post: operations["totals.rebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ops/totals/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists campaigns whose totals differ from their pledges or the ledger for longer than messages take. For admins.
         * @description Needs `totals:verify`. Compare totals with the pledges that they count.
         */
        get: operations["totals.verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/access-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists your tokens for programs that have not ended, newest first.
         * @description Needs `access-tokens:manage`. Make, list and revoke your own tokens for programs.
         */
        get: operations["auth.list_access_tokens"];
        put?: never;
        /**
         * Makes a token for a program, which does in your name what you let it. It is shown this once.
         * @description Needs `access-tokens:manage`. Make, list and revoke your own tokens for programs.
         */
        post: operations["auth.create_access_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/access-tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ends a token for a program: within a second nobody is let in by it. Repeating it changes nothing.
         * @description Needs `access-tokens:manage`. Make, list and revoke your own tokens for programs.
         */
        delete: operations["auth.revoke_access_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists where the user is signed in, the newest sign-in first.
         * @description Needs `account:read`. Read your own account, its sign-ins and what you may do.
         */
        get: operations["auth.list_login_sessions"];
        put?: never;
        post?: never;
        /**
         * Ends all login sessions of the user but the one of this request, which stays.
         * @description Needs `account:update`. Change your own account, and how you sign in to it.
         */
        delete: operations["auth.revoke_other_login_sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login-sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ends one of the user’s login sessions: its tokens are valid no more. Repeating it changes nothing.
         * @description Needs `account:update`. Change your own account, and how you sign in to it.
         */
        delete: operations["auth.revoke_login_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends the login session of this request’s token.
         * @description Needs `account:read`. Read your own account, its sign-ins and what you may do.
         */
        post: operations["auth.logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes the user’s password, and ends their other login sessions.
         * @description Needs `account:update`. Change your own account, and how you sign in to it.
         */
        post: operations["auth.change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a link by e-mail with which a new password can be set, if there is such an account; the answer does not tell.
         * @description For anyone, without a token.
         */
        post: operations["auth.request_password_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sets a new password by the link of an e-mail, which ends it and all login sessions of the account.
         * @description For anyone, without a token.
         */
        post: operations["auth.reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/email/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begins to change the user’s address: the new one must be confirmed by the link sent there, and the old one as well if it was verified.
         * @description Needs `account:update`. Change your own account, and how you sign in to it.
         */
        post: operations["auth.change_email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/email/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirms a change of address, by the link of an e-mail. `changed`: the other link was pressed already.
         * @description For anyone, without a token.
         */
        post: operations["auth.confirm_email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/email/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Calls a change of address off, by the link of an e-mail: the address stays.
         * @description For anyone, without a token.
         */
        post: operations["auth.cancel_email_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ops/accounts/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Returns the account with an address.
         * @description Needs `users:read`. Read the accounts of others.
         */
        post: operations["auth.find_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ops/accounts/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends the link with which the password of an account is reset, or with `show` returns it instead, which takes `accounts:recover`.
         * @description Needs `users:manage`. Help others back into their accounts.
         */
        post: operations["auth.issue_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ops/accounts/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begins to change the address of an account whose owner lost the old mailbox: only the new one must be confirmed.
         * @description Needs `accounts:recover`. Give an account to whom it belongs, without its old mailbox or by a link that is shown.
         */
        post: operations["auth.move_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ops/keys/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes the next key that signs access tokens, unless there is one; it signs once everybody knows it.
         * @description Needs `signing-keys:rotate`. Make the next key that signs access tokens.
         */
        post: operations["auth.rotate_keys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens an account and signs the user in.
         * @description For anyone, without a token.
         */
        post: operations["auth.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs a user in; where the account has a second factor, with that as well.
         * @description For anyone, without a token.
         */
        post: operations["auth.login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchanges a refresh token for new tokens. It can be used once; whoever repeats that within 10 seconds gets the same refresh token.
         * @description For anyone, without a token.
         */
        post: operations["auth.refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns the signed-in user, with what they may do everywhere.
         * @description Needs `account:read`. Read your own account, its sign-ins and what you may do.
         */
        get: operations["users.me"];
        put?: never;
        post?: never;
        /**
         * Deletes the account of the signed-in user: nobody can sign in with it, and until `erased_at` its owner can take that back. Then what says who they are is erased everywhere. Repeating it changes nothing.
         * @description Needs `account:delete`. Delete your own account.
         */
        delete: operations["auth.delete"];
        options?: never;
        head?: never;
        /**
         * Changes the name of the signed-in user.
         * @description Needs `account:update`. Change your own account, and how you sign in to it.
         */
        patch: operations["users.update"];
        trace?: never;
    };
    "/api/auth/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes back the deletion of an account that is not erased yet. It signs nobody in. Repeating it changes nothing.
         * @description For anyone, without a token.
         */
        post: operations["auth.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/mfa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns which second factors the signed-in user has.
         * @description Needs `account:read`. Read your own account, its sign-ins and what you may do.
         */
        get: operations["auth.read_factors"];
        put?: never;
        post?: never;
        /**
         * Turns the authenticator app off. With the last second factor go the recovery codes.
         * @description Needs `account:update`. Change your own account, and how you sign in to it.
         */
        delete: operations["auth.remove_totp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/mfa/enroll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes the secret of an authenticator app (RFC 6238). It counts once a code of it is confirmed, within a quarter of an hour.
         * @description Needs `account:update`. Change your own account, and how you sign in to it.
         */
        post: operations["auth.enroll_totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/mfa/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turns the authenticator app on, by a code that it shows.
         * @description Needs `account:update`. Change your own account, and how you sign in to it.
         */
        post: operations["auth.confirm_totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/mfa/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes ten new recovery codes; the old ones work no more.
         * @description Needs `account:update`. Change your own account, and how you sign in to it.
         */
        post: operations["auth.renew_recovery_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Returns the options with which a browser makes a passkey for the signed-in user (WebAuthn).
         * @description Needs `account:update`. Change your own account, and how you sign in to it.
         */
        post: operations["auth.request_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns the passkeys of the signed-in user, the oldest first.
         * @description Needs `account:read`. Read your own account, its sign-ins and what you may do.
         */
        get: operations["auth.list_passkeys"];
        put?: never;
        /**
         * Adds the passkey that the browser has made.
         * @description Needs `account:update`. Change your own account, and how you sign in to it.
         */
        post: operations["auth.add_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Removes a passkey: nobody signs in with it again.
         * @description Needs `account:update`. Change your own account, and how you sign in to it.
         */
        delete: operations["auth.remove_passkey"];
        options?: never;
        head?: never;
        /**
         * Gives a passkey another name.
         * @description Needs `account:update`. Change your own account, and how you sign in to it.
         */
        patch: operations["auth.rename_passkey"];
        trace?: never;
    };
    "/api/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes the password away: from now on the user signs in by passkeys alone.
         * @description Needs `account:update`. Change your own account, and how you sign in to it.
         */
        delete: operations["auth.remove_password"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/passkeys/login/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Returns the options with which a browser signs in by a passkey. They are the same for everybody.
         * @description For anyone, without a token.
         */
        post: operations["auth.request_passkey_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/passkeys/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs a user in by a passkey alone.
         * @description For anyone, without a token.
         */
        post: operations["auth.login_with_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/passkeys/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes back the deletion of an account by a passkey alone, as `/api/auth/restore` does by the password. It signs nobody in.
         * @description For anyone, without a token.
         */
        post: operations["auth.restore_with_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists everything that can be permitted.
         * @description Needs `account:read`. Read your own account, its sign-ins and what you may do.
         */
        get: operations["permissions.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the roles.
         * @description Needs `roles:read`. Read the roles that others have.
         */
        get: operations["permissions.list_roles"];
        put?: never;
        /**
         * Makes a role.
         * @description Needs `roles:manage`. Make roles, change and delete them.
         */
        post: operations["permissions.create_role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns a role.
         * @description Needs `roles:read`. Read the roles that others have.
         */
        get: operations["permissions.get_role"];
        put?: never;
        post?: never;
        /**
         * Deletes a role, and takes it from everybody who has it.
         * @description Needs `roles:manage`. Make roles, change and delete them.
         */
        delete: operations["permissions.delete_role"];
        options?: never;
        head?: never;
        /**
         * Changes a role, for everybody who has it.
         * @description Needs `roles:manage`. Make roles, change and delete them.
         */
        patch: operations["permissions.update_role"];
        trace?: never;
    };
    "/api/users/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the roles of a user: your own, or with `roles:read` those of others.
         * @description Needs `account:read`. Read your own account, its sign-ins and what you may do.
         */
        get: operations["permissions.list_grants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/roles/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Grants a role to a user, everywhere or on one resource; or changes when that ends.
         * @description Needs `roles:grant`. Grant and revoke roles that give no more than you have yourself.
         */
        put: operations["permissions.grant_role"];
        post?: never;
        /**
         * Takes a role from a user. It has ended everywhere within a second; repeating it changes nothing.
         * @description Needs `roles:grant`. Grant and revoke roles that give no more than you have yourself.
         */
        delete: operations["permissions.revoke_role"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/permissions/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says whether you may do something, or with `permissions:check` whether others may.
         * @description Needs `account:read`. Read your own account, its sign-ins and what you may do.
         */
        post: operations["permissions.check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/permissions/check-batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answers up to 100 checks, in their order.
         * @description Needs `account:read`. Read your own account, its sign-ins and what you may do.
         */
        post: operations["permissions.check_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/permissions/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says by which roles something is allowed and what would end that, or what is missing.
         * @description Needs `account:read`. Read your own account, its sign-ins and what you may do.
         */
        post: operations["permissions.explain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns a user.
         * @description Needs `users:read`. Read the accounts of others.
         */
        get: operations["users.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists users, newest first; `q` is part of a name or an address.
         * @description Needs `users:read`. Read the accounts of others.
         */
        get: operations["users.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/me/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns all that the platform keeps of the signed-in user, as a file: why, who gets it, for how long, and every row. It is whole, or cut off.
         * @description Needs `account:read`. Read your own account, its sign-ins and what you may do.
         */
        get: operations["users.export_data"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/me/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends the signed-in user a link by e-mail, with which they verify their address.
         * @description Needs `account:update`. Change your own account, and how you sign in to it.
         */
        post: operations["users.request_verification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/email/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verifies the address of a user, by the token of the link that was sent there. Repeating it changes nothing.
         * @description For anyone, without a token.
         */
        post: operations["users.verify_email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ops/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns the messages and timers that wait in each service, and for how long. For admins.
         * @description Needs `ops:read`. Read how far messages, webhooks and dead letters are.
         */
        get: operations["ops.read_backlog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ops/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the dead letters, at most the oldest 1,000 of each consumer. For admins.
         * @description Needs `ops:read`. Read how far messages, webhooks and dead letters are.
         */
        get: operations["ops.list_dead_letters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ops/dead-letters/{message_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns the dead letters of a message, one for each consumer that failed on it. For admins.
         * @description Needs `ops:read`. Read how far messages, webhooks and dead letters are.
         */
        get: operations["ops.get_dead_letter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ops/dead-letters/{message_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retries a dead letter. It stays, with its new error, if it fails again. For admins.
         * @description Needs `ops:retry`. Deliver dead letters and webhooks again, and make test webhooks.
         */
        post: operations["ops.retry_dead_letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ops/dead-letters/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retries dead letters for up to 5 seconds, the oldest first. `remaining` were not tried. For admins.
         * @description Needs `ops:retry`. Deliver dead letters and webhooks again, and make test webhooks.
         */
        post: operations["ops.retry_dead_letters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ops/webhooks/trigger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes the sandbox send a webhook about a payment. For admins.
         * @description Needs `ops:retry`. Deliver dead letters and webhooks again, and make test webhooks.
         */
        post: operations["ops.trigger_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ops/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Checks the invariants of all services for up to 3 seconds; `next_cursor` continues. For admins.
         * @description Needs `ops:verify`. Check what must always hold.
         */
        get: operations["ops.verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Backlog: {
            /** @description the name of a service */
            service: string;
            /** Format: int64 */
            waiting: number;
            oldest_ms: number | null;
            pending: {
                /** @description the name of a service */
                consumer: string;
                /** Format: int64 */
                messages: number;
                /**
                 * Format: int64
                 * @description milliseconds
                 */
                oldest_ms: number;
            }[];
            /** Format: int64 */
            overdue: number;
            most_overdue_ms: number | null;
            /** Format: int64 */
            dead_letters: number;
        };
        BeneficiaryBalance: {
            /** @description an account of the ledger that can be paid out, such as campaign:<id> */
            beneficiary: string;
            /**
             * Format: iso-4217
             * @description an ISO 4217 code in capitals, such as EUR
             * @example EUR
             */
            currency: string;
            /**
             * Format: int64
             * @description pending + available + reserved; below 0, it owes the platform: what comes pays that first
             */
            balance: number;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50
             */
            pending: number;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50
             */
            available: number;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50
             */
            reserved: number;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50
             */
            debt: number;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50
             */
            fees: number;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50
             */
            paid_out: number;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50
             */
            written_off: number;
        };
        Campaign: {
            /**
             * Format: uuid
             * @description a UUID in lower case
             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
             */
            id: string;
            /**
             * Format: uuid
             * @description a UUID in lower case
             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
             */
            owner_id: string;
            /** @description from 1 to 200 characters as people count them, not all blank, without control characters */
            title: string;
            /** @description at most 10,000 characters as people count them */
            description: string;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
             */
            goal_amount: number;
            /**
             * Format: iso-4217
             * @description an ISO 4217 code in capitals, such as EUR
             * @example EUR
             */
            currency: string;
            /**
             * @description one of flexible, all_or_nothing
             * @enum {string}
             */
            funding: "flexible" | "all_or_nothing";
            ends_at: string | null;
            /**
             * @description one of DRAFT, PUBLISHED, CLOSED, CANCELLED
             * @enum {string}
             */
            status: "DRAFT" | "PUBLISHED" | "CLOSED" | "CANCELLED";
            cancelled_because: ("called_off" | "goal_missed") | null;
            /**
             * Format: int64
             * @description minor units: captured - refunded - charged back
             */
            raised_amount: number;
            published_at: string | null;
            funded_at: string | null;
            /** @description when an all-or-nothing campaign that had ended was found to keep its money, or not */
            decided_at: string | null;
            /**
             * Format: date-time
             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
             * @example 2026-01-31T12:00:00Z
             */
            created_at: string;
            /** Format: int64 */
            version: number;
        };
        DeadLetter: {
            /** @description the name of a service */
            service: string;
            /**
             * Format: uuid
             * @description a UUID in lower case
             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
             */
            message_id: string;
            name: string;
            key: string;
            payload: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
             * @example 2026-01-31T12:00:00Z
             */
            published_at: string;
            error: string;
            /** Format: int64 */
            attempts: number;
            /**
             * Format: date-time
             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
             * @example 2026-01-31T12:00:00Z
             */
            dead_lettered_at: string;
        };
        Drift: {
            /**
             * Format: uuid
             * @description a UUID in lower case
             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
             */
            campaign_id: string;
            totals: {
                /** Format: int64 */
                total: number;
                /**
                 * Format: int64
                 * @description a whole number of minor units of the currency: 1050 is 10.50
                 */
                refunded: number;
                /** Format: int64 */
                pledges: number;
                /** Format: int64 */
                donors: number;
            };
            figures: {
                /** Format: int64 */
                total: number;
                /**
                 * Format: int64
                 * @description a whole number of minor units of the currency: 1050 is 10.50
                 */
                refunded: number;
                /** Format: int64 */
                pledges: number;
                /** Format: int64 */
                donors: number;
            };
            pledges: {
                /** Format: int64 */
                total: number;
                /**
                 * Format: int64
                 * @description a whole number of minor units of the currency: 1050 is 10.50
                 */
                refunded: number;
                /** Format: int64 */
                pledges: number;
                /** Format: int64 */
                donors: number;
            };
            /** Format: int64 */
            offline_total: number;
            ledger: {
                /** Format: int64 */
                balance: number;
                /** Format: int64 */
                paid_out: number;
                /** Format: int64 */
                fees: number;
                /** Format: int64 */
                written_off: number;
            };
        };
        Guest: {
            /** @description from 1 to 200 characters as people count them, not all blank, without control characters */
            name: string;
            /**
             * Format: email
             * @description an e-mail address
             * @example ada@example.org
             */
            email: string;
        };
        Payment: {
            /**
             * Format: uuid
             * @description a UUID in lower case
             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
             */
            id: string;
            purpose: {
                /**
                 * @description one of pledge
                 * @constant
                 */
                kind: "pledge";
                /**
                 * Format: uuid
                 * @description a UUID in lower case
                 * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                 */
                id: string;
            };
            /** @description an account of the ledger that can be paid out, such as campaign:<id> */
            beneficiary: string;
            provider: string;
            reference: string | null;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
             */
            amount: number;
            /**
             * Format: iso-4217
             * @description an ISO 4217 code in capitals, such as EUR
             * @example EUR
             */
            currency: string;
            /**
             * @description one of PENDING, AUTHORIZED, CAPTURED, SETTLED, FAILED, VOIDED, PARTIALLY_REFUNDED, REFUNDED, DISPUTED
             * @enum {string}
             */
            status: "PENDING" | "AUTHORIZED" | "CAPTURED" | "SETTLED" | "FAILED" | "VOIDED" | "PARTIALLY_REFUNDED" | "REFUNDED" | "DISPUTED";
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50
             */
            captured_amount: number;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50
             */
            refunded_amount: number;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50
             */
            charged_back_amount: number;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50
             */
            fee_amount: number;
            refunds: components["schemas"]["Refund"][];
            /**
             * Format: date-time
             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
             * @example 2026-01-31T12:00:00Z
             */
            created_at: string;
            /** Format: int64 */
            version: number;
        };
        Payout: {
            /**
             * Format: uuid
             * @description a UUID in lower case
             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
             */
            id: string;
            /** @description an account of the ledger that can be paid out, such as campaign:<id> */
            beneficiary: string;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
             */
            amount: number;
            /**
             * Format: iso-4217
             * @description an ISO 4217 code in capitals, such as EUR
             * @example EUR
             */
            currency: string;
            /**
             * @description one of BOOKED, PAID, FAILED, REVERSED
             * @enum {string}
             */
            status: "BOOKED" | "PAID" | "FAILED" | "REVERSED";
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50
             */
            pending_amount: number;
            reason: string | null;
            /**
             * Format: date-time
             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
             * @example 2026-01-31T12:00:00Z
             */
            created_at: string;
            ended_at: string | null;
            /** Format: int64 */
            version: number;
        };
        Pledge: {
            /**
             * Format: uuid
             * @description a UUID in lower case
             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
             */
            id: string;
            /**
             * Format: uuid
             * @description a UUID in lower case
             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
             */
            campaign_id: string;
            /**
             * Format: uuid
             * @description a UUID in lower case
             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
             */
            donor_id: string;
            donor: {
                /** @description from 1 to 200 characters as people count them, not all blank, without control characters */
                name: string;
                email: string | null;
            } | null;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
             */
            amount: number;
            /**
             * Format: int64
             * @description the part of the amount that the donor added for the fee of the payment provider
             */
            fee_cover: number;
            /**
             * Format: iso-4217
             * @description an ISO 4217 code in capitals, such as EUR
             * @example EUR
             */
            currency: string;
            message: string | null;
            /** @description only its donor, the owner and admins see the message */
            message_hidden: boolean;
            anonymous: boolean;
            /**
             * @description one of PENDING, AUTHORIZED, CAPTURED, COMPLETED, FAILED, EXPIRED, CANCELLED, CONFLICTED, PARTIALLY_REFUNDED, REFUNDED, CHARGED_BACK, CHARGEBACK_REVERSED
             * @enum {string}
             */
            status: "PENDING" | "AUTHORIZED" | "CAPTURED" | "COMPLETED" | "FAILED" | "EXPIRED" | "CANCELLED" | "CONFLICTED" | "PARTIALLY_REFUNDED" | "REFUNDED" | "CHARGED_BACK" | "CHARGEBACK_REVERSED";
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50
             */
            captured_amount: number;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50
             */
            refunded_amount: number;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50
             */
            charged_back_amount: number;
            refunds: components["schemas"]["Refund"][];
            resolution: ("accepted" | "refused") | null;
            offline: {
                /**
                 * @description one of cash, cheque, transfer
                 * @enum {string}
                 */
                method: "cash" | "cheque" | "transfer";
                /**
                 * Format: date
                 * @description a day as in 2026-01-31
                 * @example 2026-01-31
                 */
                received_on: string;
                reference: string | null;
                /**
                 * Format: uuid
                 * @description a UUID in lower case
                 * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                 */
                recorded_by: string;
                /** @description its campaign was called off: the owner must return it by hand, and then void it */
                return_due: boolean;
                void_reason: string | null;
            } | null;
            subscription_id: string | null;
            period: number | null;
            /**
             * Format: date-time
             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
             * @example 2026-01-31T12:00:00Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
             * @example 2026-01-31T12:00:00Z
             */
            expires_at: string;
            /** Format: int64 */
            version: number;
        };
        PledgeTransition: {
            from: ("PENDING" | "AUTHORIZED" | "CAPTURED" | "COMPLETED" | "FAILED" | "EXPIRED" | "CANCELLED" | "CONFLICTED" | "PARTIALLY_REFUNDED" | "REFUNDED" | "CHARGED_BACK" | "CHARGEBACK_REVERSED") | null;
            /**
             * @description one of PENDING, AUTHORIZED, CAPTURED, COMPLETED, FAILED, EXPIRED, CANCELLED, CONFLICTED, PARTIALLY_REFUNDED, REFUNDED, CHARGED_BACK, CHARGEBACK_REVERSED
             * @enum {string}
             */
            to: "PENDING" | "AUTHORIZED" | "CAPTURED" | "COMPLETED" | "FAILED" | "EXPIRED" | "CANCELLED" | "CONFLICTED" | "PARTIALLY_REFUNDED" | "REFUNDED" | "CHARGED_BACK" | "CHARGEBACK_REVERSED";
            trigger: string;
            message_id: string | null;
            /**
             * Format: date-time
             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
             * @example 2026-01-31T12:00:00Z
             */
            at: string;
        };
        Receipt: {
            /**
             * Format: uuid
             * @description a UUID in lower case
             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
             */
            id: string;
            /** @description the year of issue (UTC) and a number without gaps by organisation and year: 2026-000017 */
            number: string;
            /**
             * @description one of RECEIPT, CANCELLATION
             * @enum {string}
             */
            kind: "RECEIPT" | "CANCELLATION";
            /** @description the receipt that a CANCELLATION takes back */
            cancels: string | null;
            cancels_number: string | null;
            /** @description the CANCELLATION that took this receipt back */
            cancelled_by: string | null;
            cancelled_by_number: string | null;
            /**
             * Format: date-time
             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
             * @example 2026-01-31T12:00:00Z
             */
            issued_at: string;
            /**
             * Format: uuid
             * @description the campaign's owner
             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
             */
            organisation_id: string;
            organisation_name: string;
            /**
             * Format: uuid
             * @description a UUID in lower case
             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
             */
            campaign_id: string;
            campaign_title: string;
            /**
             * Format: uuid
             * @description a UUID in lower case
             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
             */
            pledge_id: string;
            /** @description as of issue; null for the organisation where the donor is to stay unknown */
            donor: {
                name: string;
                address: string | null;
            } | null;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
             */
            amount: number;
            /**
             * Format: iso-4217
             * @description an ISO 4217 code in capitals, such as EUR
             * @example EUR
             */
            currency: string;
            /**
             * Format: date-time
             * @description when the money was captured
             * @example 2026-01-31T12:00:00Z
             */
            received_at: string;
            /** @description its page for people, by a link that whoever has it may use; null where `donor` is */
            url: string | null;
        };
        Refund: {
            /**
             * Format: uuid
             * @description a UUID in lower case
             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
             */
            refund_id: string;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
             */
            amount: number;
            /**
             * @description one of PENDING, SUCCEEDED, FAILED
             * @enum {string}
             */
            status: "PENDING" | "SUCCEEDED" | "FAILED";
        };
        SandboxPayment: {
            /**
             * Format: uuid
             * @description a UUID in lower case
             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
             */
            id: string;
            description: string;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
             */
            amount: number;
            /**
             * Format: iso-4217
             * @description an ISO 4217 code in capitals, such as EUR
             * @example EUR
             */
            currency: string;
            /**
             * @description one of OPEN, ABANDONED, AUTHORIZED, DECLINED, VOIDED, PAID, PARTIALLY_REFUNDED, REFUNDED, DISPUTED
             * @enum {string}
             */
            status: "OPEN" | "ABANDONED" | "AUTHORIZED" | "DECLINED" | "VOIDED" | "PAID" | "PARTIALLY_REFUNDED" | "REFUNDED" | "DISPUTED";
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50
             */
            captured_amount: number;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50
             */
            refunded_amount: number;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50
             */
            disputed_amount: number;
            behaviour: {
                /**
                 * Format: int64
                 * @description a whole number from 1 to 10
                 */
                duplicate: number;
                /**
                 * Format: int64
                 * @description a whole number from 0 to 60000
                 */
                delay_ms: number;
                /** @description true or false */
                reorder: boolean;
                /**
                 * @description one of succeed, fail, wait
                 * @enum {string}
                 */
                refunds: "succeed" | "fail" | "wait";
            };
            reports: {
                /** @description from 1 to 255 printable ASCII characters */
                type: string;
                /**
                 * Format: date-time
                 * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                 * @example 2026-01-31T12:00:00Z
                 */
                timestamp: string;
                data: {
                    /**
                     * Format: uuid
                     * @description a UUID in lower case
                     * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                     */
                    payment_id: string;
                    /**
                     * Format: int64
                     * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
                     */
                    amount: number;
                    /**
                     * Format: iso-4217
                     * @description an ISO 4217 code in capitals, such as EUR
                     * @example EUR
                     */
                    currency: string;
                    /** @description from 1 to 255 printable ASCII characters */
                    refund_id?: string;
                    /** @description from 1 to 255 printable ASCII characters */
                    dispute_id?: string;
                    /** @description from 1 to 200 characters, without control characters */
                    reason?: string;
                };
            }[];
            sent: {
                /**
                 * Format: uuid
                 * @description a UUID in lower case
                 * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                 */
                webhook_id: string;
                webhook: {
                    /** @description from 1 to 255 printable ASCII characters */
                    type: string;
                    /**
                     * Format: date-time
                     * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                     * @example 2026-01-31T12:00:00Z
                     */
                    timestamp: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        payment_id: string;
                        /**
                         * Format: int64
                         * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
                         */
                        amount: number;
                        /**
                         * Format: iso-4217
                         * @description an ISO 4217 code in capitals, such as EUR
                         * @example EUR
                         */
                        currency: string;
                        /** @description from 1 to 255 printable ASCII characters */
                        refund_id?: string;
                        /** @description from 1 to 255 printable ASCII characters */
                        dispute_id?: string;
                        /** @description from 1 to 200 characters, without control characters */
                        reason?: string;
                    };
                };
            }[];
            /**
             * Format: date-time
             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
             * @example 2026-01-31T12:00:00Z
             */
            created_at: string;
            /** Format: int64 */
            version: number;
        };
        SeenPledge: {
            /**
             * Format: uuid
             * @description a UUID in lower case
             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
             */
            id: string;
            /**
             * Format: uuid
             * @description a UUID in lower case
             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
             */
            campaign_id: string;
            donor_id: string | null;
            donor: {
                /** @description from 1 to 200 characters as people count them, not all blank, without control characters */
                name: string;
                email: string | null;
            } | null;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
             */
            amount: number;
            /**
             * Format: int64
             * @description the part of the amount that the donor added for the fee of the payment provider
             */
            fee_cover: number;
            /**
             * Format: iso-4217
             * @description an ISO 4217 code in capitals, such as EUR
             * @example EUR
             */
            currency: string;
            message: string | null;
            /** @description only its donor, the owner and admins see the message */
            message_hidden: boolean;
            anonymous: boolean;
            /**
             * @description one of PENDING, AUTHORIZED, CAPTURED, COMPLETED, FAILED, EXPIRED, CANCELLED, CONFLICTED, PARTIALLY_REFUNDED, REFUNDED, CHARGED_BACK, CHARGEBACK_REVERSED
             * @enum {string}
             */
            status: "PENDING" | "AUTHORIZED" | "CAPTURED" | "COMPLETED" | "FAILED" | "EXPIRED" | "CANCELLED" | "CONFLICTED" | "PARTIALLY_REFUNDED" | "REFUNDED" | "CHARGED_BACK" | "CHARGEBACK_REVERSED";
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50
             */
            captured_amount: number;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50
             */
            refunded_amount: number;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50
             */
            charged_back_amount: number;
            refunds: components["schemas"]["Refund"][];
            resolution: ("accepted" | "refused") | null;
            offline: {
                /**
                 * @description one of cash, cheque, transfer
                 * @enum {string}
                 */
                method: "cash" | "cheque" | "transfer";
                /**
                 * Format: date
                 * @description a day as in 2026-01-31
                 * @example 2026-01-31
                 */
                received_on: string;
                reference: string | null;
                /**
                 * Format: uuid
                 * @description a UUID in lower case
                 * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                 */
                recorded_by: string;
                /** @description its campaign was called off: the owner must return it by hand, and then void it */
                return_due: boolean;
                void_reason: string | null;
            } | null;
            subscription_id: string | null;
            period: number | null;
            /**
             * Format: date-time
             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
             * @example 2026-01-31T12:00:00Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
             * @example 2026-01-31T12:00:00Z
             */
            expires_at: string;
            /** Format: int64 */
            version: number;
            /** @description where it is paid; null once nothing is to be paid */
            payment_url: string | null;
        };
        Statement: {
            /** Format: int64 */
            year: number;
            donor: {
                name: string;
                address: string | null;
            };
            /**
             * Format: date-time
             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
             * @example 2026-01-31T12:00:00Z
             */
            created_at: string;
            groups: {
                /**
                 * Format: uuid
                 * @description a UUID in lower case
                 * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                 */
                organisation_id: string;
                organisation_name: string;
                /**
                 * Format: iso-4217
                 * @description an ISO 4217 code in capitals, such as EUR
                 * @example EUR
                 */
                currency: string;
                receipts: {
                    /**
                     * Format: uuid
                     * @description a UUID in lower case
                     * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                     */
                    id: string;
                    /** @description the year of issue (UTC) and a number without gaps by organisation and year: 2026-000017 */
                    number: string;
                    /**
                     * @description one of RECEIPT, CANCELLATION
                     * @enum {string}
                     */
                    kind: "RECEIPT" | "CANCELLATION";
                    cancels_number: string | null;
                    /**
                     * Format: date-time
                     * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                     * @example 2026-01-31T12:00:00Z
                     */
                    issued_at: string;
                    /**
                     * Format: date-time
                     * @description when the money was captured
                     * @example 2026-01-31T12:00:00Z
                     */
                    received_at: string;
                    campaign_title: string;
                    /**
                     * Format: int64
                     * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
                     */
                    amount: number;
                }[];
                /**
                 * Format: int64
                 * @description a whole number of minor units of the currency: 1050 is 10.50
                 */
                received_amount: number;
                /**
                 * Format: int64
                 * @description a whole number of minor units of the currency: 1050 is 10.50
                 */
                cancelled_amount: number;
                /**
                 * Format: int64
                 * @description received - cancelled; below 0 where receipts of an earlier year were cancelled
                 */
                total: number;
            }[];
            sums: {
                /**
                 * Format: iso-4217
                 * @description an ISO 4217 code in capitals, such as EUR
                 * @example EUR
                 */
                currency: string;
                /** Format: int64 */
                total: number;
            }[];
        };
        Subscription: {
            /**
             * Format: uuid
             * @description a UUID in lower case
             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
             */
            id: string;
            /**
             * Format: uuid
             * @description a UUID in lower case
             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
             */
            campaign_id: string;
            donor_id: string | null;
            donor: components["schemas"]["Guest"] | null;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
             */
            amount: number;
            /**
             * Format: iso-4217
             * @description an ISO 4217 code in capitals, such as EUR
             * @example EUR
             */
            currency: string;
            /**
             * @description one of month, year
             * @enum {string}
             */
            interval: "month" | "year";
            message: string | null;
            anonymous: boolean;
            /**
             * @description one of PENDING, ACTIVE, PAUSED, PAST_DUE, LAPSED, CANCELLED, EXPIRED
             * @enum {string}
             */
            status: "PENDING" | "ACTIVE" | "PAUSED" | "PAST_DUE" | "LAPSED" | "CANCELLED" | "EXPIRED";
            /** Format: int64 */
            period: number;
            /** Format: int64 */
            attempt: number;
            /**
             * Format: uuid
             * @description a UUID in lower case
             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
             */
            pledge_id: string;
            due_at: string | null;
            retry_at: string | null;
            paused_by: ("donor" | "dispute" | "deletion") | null;
            ended_by: ("donor" | "admin" | "campaign") | null;
            /**
             * Format: date-time
             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
             * @example 2026-01-31T12:00:00Z
             */
            created_at: string;
            /** Format: int64 */
            version: number;
        };
        Tokens: {
            access_token: string;
            refresh_token: string;
            /**
             * Format: int64
             * @description seconds until the access token expires
             */
            expires_in: number;
        };
        Totals: {
            /**
             * Format: uuid
             * @description a UUID in lower case
             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
             */
            campaign_id: string;
            /** @description null if it could not be read */
            currency: string | null;
            /**
             * Format: int64
             * @description minor units: captured - refunded - charged back; below 0 where money was both refunded and charged back
             */
            total: number;
            /**
             * Format: int64
             * @description distinct donors whose money was captured
             */
            donors: number;
            /**
             * Format: int64
             * @description pledges made, paid or not
             */
            pledges: number;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50
             */
            refunded: number;
            /** @description when the newest change was published */
            as_of: string | null;
            /**
             * Format: int64
             * @description counts the changes: of two answers the higher version is newer
             */
            version: number;
            /**
             * @description one of cache, projection, default
             * @enum {string}
             */
            source: "cache" | "projection" | "default";
            stale: boolean;
        };
        User: {
            /**
             * Format: uuid
             * @description a UUID in lower case
             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
             */
            id: string;
            /**
             * Format: email
             * @description an e-mail address
             * @example ada@example.org
             */
            email: string;
            /** @description from 1 to 200 characters as people count them, not all blank, without control characters */
            name: string;
            email_verified: boolean;
            /**
             * Format: date-time
             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
             * @example 2026-01-31T12:00:00Z
             */
            created_at: string;
        };
        VerifiedInvariant: {
            /** @description the name of a service */
            service: string;
            invariant: string;
            /** Format: int64 */
            checked: number;
            violations: {
                key: string;
                found: string;
            }[];
        };
        Webhook: {
            /**
             * Format: uuid
             * @description a UUID in lower case
             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
             */
            id: string;
            provider: string;
            webhook_id: string;
            payment_id: string | null;
            type: string;
            body: string;
            /**
             * @description one of applied, already_known, other_currency, type_not_known, payment_not_known
             * @enum {string}
             */
            outcome: "applied" | "already_known" | "other_currency" | "type_not_known" | "payment_not_known";
            /**
             * Format: date-time
             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
             * @example 2026-01-31T12:00:00Z
             */
            received_at: string;
        };
        WriteOff: {
            /**
             * Format: uuid
             * @description a UUID in lower case
             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
             */
            id: string;
            /** @description an account of the ledger that can be paid out, such as campaign:<id> */
            beneficiary: string;
            /**
             * Format: int64
             * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
             */
            amount: number;
            /**
             * Format: iso-4217
             * @description an ISO 4217 code in capitals, such as EUR
             * @example EUR
             */
            currency: string;
            /** @description from 1 to 500 characters as people count them, not all blank, without control characters */
            reason: string;
            user_id: string | null;
            /**
             * @description one of WRITTEN_OFF
             * @constant
             */
            status: "WRITTEN_OFF";
            /**
             * Format: date-time
             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
             * @example 2026-01-31T12:00:00Z
             */
            created_at: string;
            /** Format: int64 */
            version: number;
        };
        /** @description RFC 9457. `detail` says what the caller can do about it. */
        Problem: {
            /**
             * Format: uri
             * @description A page about it.
             */
            type: string;
            title: string;
            /** Format: int32 */
            status: number;
            detail: string;
            /** @enum {string} */
            code: "VALIDATION_FAILED" | "BODY_UNREADABLE" | "BODY_TYPE_UNSUPPORTED" | "BODY_ENCODED" | "BODY_TOO_LARGE" | "IDEMPOTENCY_KEY_REQUIRED" | "IDEMPOTENCY_KEY_REUSED" | "ROUTE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "PRECONDITION_FAILED" | "REQUEST_MALFORMED" | "REQUEST_TOO_SLOW" | "URI_TOO_LONG" | "EXPECTATION_FAILED" | "HEADERS_TOO_LARGE" | "TOO_MANY_REQUESTS" | "TRANSITION_NOT_ALLOWED" | "FORM_NOT_OURS" | "DEAD_LETTER_NOT_FOUND" | "BUSY" | "EXPORTS_UNDER_WAY" | "UNAVAILABLE" | "OUTCOME_UNKNOWN" | "TIMED_OUT" | "INTERNAL_ERROR" | "SIGN_IN_REQUIRED" | "CREDENTIALS_WRONG" | "ACCOUNT_DELETED" | "REFRESH_TOKEN_INVALID" | "PERMISSION_DENIED" | "CALLER_FORGED" | "TOKEN_LACKS_CLAIMS" | "TOO_MANY_ACCESS_TOKENS" | "ACCESS_TOKEN_NOT_FOUND" | "EMAIL_TAKEN" | "EMAIL_ALREADY_VERIFIED" | "VERIFICATION_TOO_OFTEN" | "VERIFICATION_LINK_INVALID" | "ROLE_NOT_FOUND" | "ROLE_EXISTS" | "ROLE_BUILT_IN" | "ROLE_INHERITED" | "ROLE_CYCLE" | "ROLES_EXCLUDE" | "GRANT_EXCEEDS_OWN" | "LAST_ADMIN" | "ATTEMPTS_TOO_MANY" | "LOGIN_SESSION_NOT_FOUND" | "RESET_LINK_INVALID" | "EMAIL_LINK_INVALID" | "ACCOUNT_NOT_FOUND" | "USER_NOT_FOUND" | "SECOND_FACTOR_REQUIRED" | "SECOND_FACTOR_WRONG" | "SECOND_FACTOR_TOO_OFTEN" | "SECOND_FACTOR_NOT_FOUND" | "TOTP_ALREADY_ON" | "TOTP_NOT_ENROLLED" | "PASSKEY_REFUSED" | "PASSKEY_NOT_ADDED" | "PASSKEY_TAKEN" | "TOO_MANY_PASSKEYS" | "PASSKEY_NOT_FOUND" | "PASSKEYS_UNAVAILABLE" | "LAST_WAY_IN" | "AMOUNT_NOT_PAYABLE" | "CURRENCY_MISMATCH" | "INSUFFICIENT_FUNDS" | "BENEFICIARY_NOT_FOUND" | "PAYOUT_NOT_ALLOWED" | "PAYOUT_NOT_FOUND" | "NOT_OWED" | "PAYMENT_NOT_OPEN" | "PAYMENT_NOT_FOUND" | "MANDATE_NOT_FOUND" | "TRANSFER_REFUSED" | "WEBHOOK_SIGNATURE_INVALID" | "PROVIDER_REFUSED" | "PROVIDER_UNKNOWN" | "WEBHOOK_NOT_FOUND" | "CAMPAIGN_NOT_FOUND" | "CAMPAIGN_NOT_OPEN" | "CAMPAIGN_ENDED" | "TERMS_FIXED" | "NO_OFFLINE_GIFTS" | "OFFLINE_GIFT" | "NOT_OFFLINE" | "DONOR_NOT_REACHABLE" | "PLEDGE_NOT_FOUND" | "PLEDGE_OF_ACCOUNT" | "PLEDGE_ALREADY_CAPTURED" | "REFUND_UNDER_WAY" | "CAMPAIGN_CALLED_OFF" | "TOO_MANY_PLEDGES" | "TOO_MANY_DECLINED" | "CHALLENGE_FAILED" | "NOTHING_TO_REFUND" | "REFUND_EXCEEDS_CAPTURED" | "NOBODY_TO_THANK" | "THANKED_TODAY" | "THANKS_NOT_FOUND" | "RECEIPT_NOT_FOUND" | "STATEMENT_TOO_LONG" | "SUBSCRIPTION_NOT_FOUND" | "SUBSCRIPTION_ENDED";
            request_id: string;
            errors?: {
                /**
                 * Format: json-pointer
                 * @description the field; empty: the whole
                 */
                pointer: string;
                /** @description what it must be */
                message: string;
            }[];
        };
    };
    responses: {
        /** @description ROUTE_NOT_FOUND: No such route. */
        ROUTE_NOT_FOUND: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description METHOD_NOT_ALLOWED: This path does not take this method. */
        METHOD_NOT_ALLOWED: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                Allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description VALIDATION_FAILED: The request is not valid. BODY_UNREADABLE: The body cannot be read. REQUEST_MALFORMED: This is no HTTP request that can be read. */
        "VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description WEBHOOK_SIGNATURE_INVALID: The webhook is not signed by the provider, or its signature is too old. */
        WEBHOOK_SIGNATURE_INVALID: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description PROVIDER_UNKNOWN: No such payment provider. */
        PROVIDER_UNKNOWN: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description REQUEST_TOO_SLOW: The request did not arrive in time. */
        REQUEST_TOO_SLOW: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description BODY_TOO_LARGE: The body is too large. */
        BODY_TOO_LARGE: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description URI_TOO_LONG: The URL is too long. */
        URI_TOO_LONG: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description BODY_ENCODED: The body is compressed or otherwise encoded. */
        BODY_ENCODED: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                Accept: components["headers"]["Accept"];
                "Accept-Encoding": components["headers"]["Accept-Encoding"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description EXPECTATION_FAILED: What the header Expect asks for is not known here. */
        EXPECTATION_FAILED: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description HEADERS_TOO_LARGE: The headers are too large. */
        HEADERS_TOO_LARGE: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description INTERNAL_ERROR: The platform made a mistake. */
        INTERNAL_ERROR: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description BUSY: The platform is overloaded. UNAVAILABLE: A service that this request needs is unavailable; nothing was done. OUTCOME_UNKNOWN: The connection to the database broke: the request may or may not have taken effect. */
        "BUSY.UNAVAILABLE.OUTCOME_UNKNOWN": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description TIMED_OUT: The request took longer than 10 seconds. */
        TIMED_OUT: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description VALIDATION_FAILED: The request is not valid. REQUEST_MALFORMED: This is no HTTP request that can be read. */
        "VALIDATION_FAILED.REQUEST_MALFORMED": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description SIGN_IN_REQUIRED: Sign in first. */
        SIGN_IN_REQUIRED: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description PERMISSION_DENIED: You do not have permission to do this. */
        PERMISSION_DENIED: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description TOO_MANY_REQUESTS: Too many requests. */
        TOO_MANY_REQUESTS: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description WEBHOOK_NOT_FOUND: No such webhook. PAYMENT_NOT_FOUND: No such payment. PROVIDER_UNKNOWN: No such payment provider. */
        "WEBHOOK_NOT_FOUND.PAYMENT_NOT_FOUND.PROVIDER_UNKNOWN": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description BODY_ENCODED: The body is compressed or otherwise encoded. BODY_TYPE_UNSUPPORTED: The body is of a type that this route does not take. */
        "BODY_ENCODED.BODY_TYPE_UNSUPPORTED": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                Accept: components["headers"]["Accept"];
                "Accept-Encoding": components["headers"]["Accept-Encoding"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description PAYMENT_NOT_FOUND: No such payment. */
        PAYMENT_NOT_FOUND: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description TRANSITION_NOT_ALLOWED: Not allowed in the current status. */
        TRANSITION_NOT_ALLOWED: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description PRECONDITION_FAILED: It has changed since you read it; nothing was done. */
        PRECONDITION_FAILED: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description IDEMPOTENCY_KEY_REUSED: This Idempotency-Key was used for another request. */
        IDEMPOTENCY_KEY_REUSED: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description VALIDATION_FAILED: The request is not valid. BODY_UNREADABLE: The body cannot be read. IDEMPOTENCY_KEY_REQUIRED: This route moves money and needs an Idempotency-Key. REQUEST_MALFORMED: This is no HTTP request that can be read. */
        "VALIDATION_FAILED.BODY_UNREADABLE.IDEMPOTENCY_KEY_REQUIRED.REQUEST_MALFORMED": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description BENEFICIARY_NOT_FOUND: No such beneficiary, or it is not yours to see. */
        BENEFICIARY_NOT_FOUND: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description PAYOUT_NOT_ALLOWED: The money of this campaign can not be paid out. INSUFFICIENT_FUNDS: The account does not have that much. */
        "PAYOUT_NOT_ALLOWED.INSUFFICIENT_FUNDS": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description IDEMPOTENCY_KEY_REUSED: This Idempotency-Key was used for another request. CURRENCY_MISMATCH: The campaign collects another currency. */
        "IDEMPOTENCY_KEY_REUSED.CURRENCY_MISMATCH": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description PAYOUT_NOT_FOUND: No such payout. */
        PAYOUT_NOT_FOUND: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description NOT_OWED: The beneficiary does not owe that much. */
        NOT_OWED: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description TOO_MANY_REQUESTS: Too many requests. EXPORTS_UNDER_WAY: Two exports of yours are under way. */
        "TOO_MANY_REQUESTS.EXPORTS_UNDER_WAY": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description CAMPAIGN_NOT_FOUND: No such campaign. */
        CAMPAIGN_NOT_FOUND: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description IDEMPOTENCY_KEY_REUSED: This Idempotency-Key was used for another request. AMOUNT_NOT_PAYABLE: The payment provider takes no such amount. */
        "IDEMPOTENCY_KEY_REUSED.AMOUNT_NOT_PAYABLE": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description CAMPAIGN_ENDED: The end of the campaign is in the past. TRANSITION_NOT_ALLOWED: Not allowed in the current status. */
        "CAMPAIGN_ENDED.TRANSITION_NOT_ALLOWED": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description TRANSITION_NOT_ALLOWED: Not allowed in the current status. TERMS_FIXED: These terms are fixed once the campaign is published. */
        "TRANSITION_NOT_ALLOWED.TERMS_FIXED": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description PLEDGE_NOT_FOUND: No such pledge, or it is not yours to see. */
        PLEDGE_NOT_FOUND: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description PLEDGE_OF_ACCOUNT: The pledge belongs to an account. */
        PLEDGE_OF_ACCOUNT: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description PERMISSION_DENIED: You do not have permission to do this. CHALLENGE_FAILED: A guest must solve the challenge first. */
        "PERMISSION_DENIED.CHALLENGE_FAILED": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description CAMPAIGN_NOT_OPEN: The campaign takes no pledges. */
        CAMPAIGN_NOT_OPEN: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description IDEMPOTENCY_KEY_REUSED: This Idempotency-Key was used for another request. AMOUNT_NOT_PAYABLE: The payment provider takes no such amount. CURRENCY_MISMATCH: The campaign collects another currency. */
        "IDEMPOTENCY_KEY_REUSED.AMOUNT_NOT_PAYABLE.CURRENCY_MISMATCH": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description TOO_MANY_REQUESTS: Too many requests. TOO_MANY_PLEDGES: Too many pledges of guests came from this address. TOO_MANY_DECLINED: Too many payments to this campaign were declined that came from this address. */
        "TOO_MANY_REQUESTS.TOO_MANY_PLEDGES.TOO_MANY_DECLINED": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description PLEDGE_ALREADY_CAPTURED: The money of this pledge was captured: the pledge can only be refunded. TRANSITION_NOT_ALLOWED: Not allowed in the current status. */
        "PLEDGE_ALREADY_CAPTURED.TRANSITION_NOT_ALLOWED": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description PLEDGE_NOT_FOUND: No such pledge, or it is not yours to see. CAMPAIGN_NOT_FOUND: No such campaign. */
        "PLEDGE_NOT_FOUND.CAMPAIGN_NOT_FOUND": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description NOTHING_TO_REFUND: Nothing of this pledge is left to refund. REFUND_EXCEEDS_CAPTURED: The refund exceeds what is left of the captured amount. OFFLINE_GIFT: This was given offline: no payment provider can refund it. */
        "NOTHING_TO_REFUND.REFUND_EXCEEDS_CAPTURED.OFFLINE_GIFT": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description TRANSITION_NOT_ALLOWED: Not allowed in the current status. REFUND_UNDER_WAY: A refund of this pledge is under way. CAMPAIGN_CALLED_OFF: The campaign was called off: its money goes back to the donors. */
        "TRANSITION_NOT_ALLOWED.REFUND_UNDER_WAY.CAMPAIGN_CALLED_OFF": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description NO_OFFLINE_GIFTS: The campaign takes no offline gifts. */
        NO_OFFLINE_GIFTS: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description NOT_OFFLINE: This pledge was not given offline. NOTHING_TO_REFUND: Nothing of this pledge is left to refund. */
        "NOT_OFFLINE.NOTHING_TO_REFUND": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description NOBODY_TO_THANK: Nobody has given to this campaign yet. THANKED_TODAY: The campaign's donors were thanked today. */
        "NOBODY_TO_THANK.THANKED_TODAY": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description RECEIPT_NOT_FOUND: No such receipt, or it is not yours to see. */
        RECEIPT_NOT_FOUND: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description STATEMENT_TOO_LONG: The year has more receipts than one statement holds. */
        STATEMENT_TOO_LONG: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description VALIDATION_FAILED: The request is not valid. REQUEST_MALFORMED: This is no HTTP request that can be read. */
        "page.VALIDATION_FAILED.REQUEST_MALFORMED": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/html": string;
            };
        };
        /** @description SIGN_IN_REQUIRED: Sign in first. */
        "page.SIGN_IN_REQUIRED": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/html": string;
            };
        };
        /** @description PERMISSION_DENIED: You do not have permission to do this. */
        "page.PERMISSION_DENIED": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/html": string;
            };
        };
        /** @description REQUEST_TOO_SLOW: The request did not arrive in time. */
        "page.REQUEST_TOO_SLOW": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/html": string;
            };
        };
        /** @description STATEMENT_TOO_LONG: The year has more receipts than one statement holds. */
        "page.STATEMENT_TOO_LONG": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/html": string;
            };
        };
        /** @description URI_TOO_LONG: The URL is too long. */
        "page.URI_TOO_LONG": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/html": string;
            };
        };
        /** @description EXPECTATION_FAILED: What the header Expect asks for is not known here. */
        "page.EXPECTATION_FAILED": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/html": string;
            };
        };
        /** @description TOO_MANY_REQUESTS: Too many requests. */
        "page.TOO_MANY_REQUESTS": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/html": string;
            };
        };
        /** @description HEADERS_TOO_LARGE: The headers are too large. */
        "page.HEADERS_TOO_LARGE": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/html": string;
            };
        };
        /** @description INTERNAL_ERROR: The platform made a mistake. */
        "page.INTERNAL_ERROR": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/html": string;
            };
        };
        /** @description BUSY: The platform is overloaded. UNAVAILABLE: A service that this request needs is unavailable; nothing was done. OUTCOME_UNKNOWN: The connection to the database broke: the request may or may not have taken effect. */
        "page.BUSY.UNAVAILABLE.OUTCOME_UNKNOWN": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/html": string;
            };
        };
        /** @description TIMED_OUT: The request took longer than 10 seconds. */
        "page.TIMED_OUT": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/html": string;
            };
        };
        /** @description SUBSCRIPTION_NOT_FOUND: No such subscription, or it is not yours to see. */
        SUBSCRIPTION_NOT_FOUND: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description SUBSCRIPTION_ENDED: The subscription has ended. PROVIDER_REFUSED: The payment provider refused. */
        "SUBSCRIPTION_ENDED.PROVIDER_REFUSED": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description PERMISSION_DENIED: You do not have permission to do this. GRANT_EXCEEDS_OWN: That would give or take more than you may do yourself. */
        "PERMISSION_DENIED.GRANT_EXCEEDS_OWN": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description TOO_MANY_ACCESS_TOKENS: You have as many tokens for programs as one may have. */
        TOO_MANY_ACCESS_TOKENS: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description ACCESS_TOKEN_NOT_FOUND: You have no such token. */
        ACCESS_TOKEN_NOT_FOUND: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description LOGIN_SESSION_NOT_FOUND: You have no such login session. */
        LOGIN_SESSION_NOT_FOUND: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description SIGN_IN_REQUIRED: Sign in first. CREDENTIALS_WRONG: The e-mail address and the password do not match. SECOND_FACTOR_REQUIRED: This account asks for a second factor. SECOND_FACTOR_WRONG: The second factor is not right. */
        "SIGN_IN_REQUIRED.CREDENTIALS_WRONG.SECOND_FACTOR_REQUIRED.SECOND_FACTOR_WRONG": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description TOO_MANY_REQUESTS: Too many requests. SECOND_FACTOR_TOO_OFTEN: Too many wrong codes. ATTEMPTS_TOO_MANY: Too many attempts. */
        "TOO_MANY_REQUESTS.SECOND_FACTOR_TOO_OFTEN.ATTEMPTS_TOO_MANY": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description TOO_MANY_REQUESTS: Too many requests. ATTEMPTS_TOO_MANY: Too many attempts. */
        "TOO_MANY_REQUESTS.ATTEMPTS_TOO_MANY": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description RESET_LINK_INVALID: This link resets no password: it was used, or is older than an hour. */
        RESET_LINK_INVALID: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description PERMISSION_DENIED: You do not have permission to do this. ACCOUNT_DELETED: This account was deleted, and is not erased yet. */
        "PERMISSION_DENIED.ACCOUNT_DELETED": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description EMAIL_TAKEN: An account with this e-mail address exists. */
        EMAIL_TAKEN: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description EMAIL_LINK_INVALID: This link confirms no address: the change is done, called off, or older than a day. */
        EMAIL_LINK_INVALID: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description ACCOUNT_NOT_FOUND: No account has this address. */
        ACCOUNT_NOT_FOUND: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description CREDENTIALS_WRONG: The e-mail address and the password do not match. SECOND_FACTOR_REQUIRED: This account asks for a second factor. SECOND_FACTOR_WRONG: The second factor is not right. */
        "CREDENTIALS_WRONG.SECOND_FACTOR_REQUIRED.SECOND_FACTOR_WRONG": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description ACCOUNT_DELETED: This account was deleted, and is not erased yet. */
        ACCOUNT_DELETED: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description REFRESH_TOKEN_INVALID: The refresh token is not valid. */
        REFRESH_TOKEN_INVALID: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description LAST_ADMIN: The last admin stays. */
        LAST_ADMIN: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description CREDENTIALS_WRONG: The e-mail address and the password do not match. */
        CREDENTIALS_WRONG: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description USER_NOT_FOUND: No such user. */
        USER_NOT_FOUND: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description TOTP_ALREADY_ON: This account has an authenticator app. */
        TOTP_ALREADY_ON: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description TOO_MANY_REQUESTS: Too many requests. SECOND_FACTOR_TOO_OFTEN: Too many wrong codes. */
        "TOO_MANY_REQUESTS.SECOND_FACTOR_TOO_OFTEN": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description SIGN_IN_REQUIRED: Sign in first. SECOND_FACTOR_WRONG: The second factor is not right. */
        "SIGN_IN_REQUIRED.SECOND_FACTOR_WRONG": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description TOTP_NOT_ENROLLED: No authenticator app waits to be confirmed. */
        TOTP_NOT_ENROLLED: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description SECOND_FACTOR_NOT_FOUND: This account has no such second factor. USER_NOT_FOUND: No such user. */
        "SECOND_FACTOR_NOT_FOUND.USER_NOT_FOUND": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description TOO_MANY_PASSKEYS: This account has as many passkeys as it may have. PASSKEYS_UNAVAILABLE: There are no passkeys at this address. */
        "TOO_MANY_PASSKEYS.PASSKEYS_UNAVAILABLE": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description PASSKEY_TAKEN: This passkey has been added already. TOO_MANY_PASSKEYS: This account has as many passkeys as it may have. PASSKEYS_UNAVAILABLE: There are no passkeys at this address. */
        "PASSKEY_TAKEN.TOO_MANY_PASSKEYS.PASSKEYS_UNAVAILABLE": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description PASSKEY_NOT_ADDED: The browser’s answer makes no passkey. */
        PASSKEY_NOT_ADDED: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description PASSKEY_NOT_FOUND: This account has no such passkey. */
        PASSKEY_NOT_FOUND: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description PASSKEY_NOT_FOUND: This account has no such passkey. USER_NOT_FOUND: No such user. */
        "PASSKEY_NOT_FOUND.USER_NOT_FOUND": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description LAST_WAY_IN: Without this nobody could sign in to the account. */
        LAST_WAY_IN: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description PASSKEYS_UNAVAILABLE: There are no passkeys at this address. */
        PASSKEYS_UNAVAILABLE: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description PASSKEY_REFUSED: Nobody is signed in by this passkey. */
        PASSKEY_REFUSED: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description ROLE_NOT_FOUND: No such role. */
        ROLE_NOT_FOUND: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description ROLE_EXISTS: There is a role of this name. ROLE_CYCLE: A role would inherit itself. ROLES_EXCLUDE: Nobody may have both of these roles. */
        "ROLE_EXISTS.ROLE_CYCLE.ROLES_EXCLUDE": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description ROLE_BUILT_IN: Built-in roles stay as they are. ROLE_CYCLE: A role would inherit itself. ROLES_EXCLUDE: Nobody may have both of these roles. */
        "ROLE_BUILT_IN.ROLE_CYCLE.ROLES_EXCLUDE": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description ROLE_BUILT_IN: Built-in roles stay as they are. ROLE_INHERITED: Other roles inherit this one. */
        "ROLE_BUILT_IN.ROLE_INHERITED": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description USER_NOT_FOUND: No such user. ROLE_NOT_FOUND: No such role. */
        "USER_NOT_FOUND.ROLE_NOT_FOUND": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description ROLES_EXCLUDE: Nobody may have both of these roles. LAST_ADMIN: The last admin stays. */
        "ROLES_EXCLUDE.LAST_ADMIN": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description EMAIL_ALREADY_VERIFIED: The address of this account is verified. */
        EMAIL_ALREADY_VERIFIED: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description TOO_MANY_REQUESTS: Too many requests. VERIFICATION_TOO_OFTEN: Too many e-mails were asked for within the hour. */
        "TOO_MANY_REQUESTS.VERIFICATION_TOO_OFTEN": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description VERIFICATION_LINK_INVALID: This link verifies no address, or is older than a day. */
        VERIFICATION_LINK_INVALID: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description DEAD_LETTER_NOT_FOUND: No such dead letter. */
        DEAD_LETTER_NOT_FOUND: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description PAYMENT_NOT_FOUND: No such payment. PROVIDER_UNKNOWN: No such payment provider. */
        "PAYMENT_NOT_FOUND.PROVIDER_UNKNOWN": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description The id of the request: its own X-Request-Id, or a new one. The logs have it. */
        "X-Request-Id": string;
        /** @description What is left of the quota, and the seconds until it is whole again: `"default";r=50;t=30`. */
        RateLimit: string;
        /** @description The quota, and the seconds that it is for: `"default";q=100;w=60`. */
        "RateLimit-Policy": string;
        /** @description The origin of the page that asks, where the platform lets pages of that origin ask. */
        "Access-Control-Allow-Origin": string;
        /** @description Seconds until it is worth another try. */
        "Retry-After": string;
        /** @description How to sign in: `Bearer`. */
        "WWW-Authenticate": string;
        /** @description Names what was read: If-None-Match asks for something newer, If-Match changes nothing else. */
        ETag: string;
        /** @description The methods that the path takes. */
        Allow: string;
        /** @description The type that the body must be of, where it was of another. */
        Accept: string;
        /** @description `identity`, where the body was encoded. */
        "Accept-Encoding": string;
        /** @description Where to go from here. */
        Location: string;
        /** @description A name for the file. */
        "Content-Disposition": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "payments.receive_webhook": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        /** @description The body as its sender signed it. */
        requestBody: {
            content: {
                "*/*": unknown;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        received: true;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["WEBHOOK_SIGNATURE_INVALID"];
            404: components["responses"]["PROVIDER_UNKNOWN"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "payments.list": {
        parameters: {
            query: {
                purpose_id: string;
            };
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Payment"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "payments.list_payment_webhooks": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Webhook"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "payments.list_webhooks": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                payment_id?: string;
                outcome?: "applied" | "already_known" | "other_currency" | "type_not_known" | "payment_not_known";
            };
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Webhook"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "payments.resend_webhook": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["WEBHOOK_NOT_FOUND.PAYMENT_NOT_FOUND.PROVIDER_UNKNOWN"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "payments.capture": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what was read: where it has changed since, nothing is done (412). */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Accepted: it will be done, and its progress can be read. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["PAYMENT_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["TRANSITION_NOT_ALLOWED"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "payments.list_payouts": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                beneficiary?: string;
            };
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Payout"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "payments.create_payout": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description an account of the ledger that can be paid out, such as campaign:<id> */
                    beneficiary: string;
                    /**
                     * Format: int64
                     * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
                     */
                    amount: number;
                    /**
                     * Format: iso-4217
                     * @description an ISO 4217 code in capitals, such as EUR
                     * @example EUR
                     */
                    currency: string;
                };
            };
        };
        responses: {
            /** @description Created: Location says where to find it. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payout"];
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.IDEMPOTENCY_KEY_REQUIRED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["BENEFICIARY_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["PAYOUT_NOT_ALLOWED.INSUFFICIENT_FUNDS"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED.CURRENCY_MISMATCH"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "payments.confirm_payout": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what was read: where it has changed since, nothing is done (412). */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payout"];
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["PAYOUT_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["TRANSITION_NOT_ALLOWED"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "payments.fail_payout": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what was read: where it has changed since, nothing is done (412). */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description from 1 to 500 characters as people count them, not all blank, without control characters */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payout"];
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["PAYOUT_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["TRANSITION_NOT_ALLOWED"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "payments.reverse_payout": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what was read: where it has changed since, nothing is done (412). */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description from 1 to 500 characters as people count them, not all blank, without control characters */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payout"];
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["PAYOUT_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["TRANSITION_NOT_ALLOWED"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "payments.list_write_offs": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                beneficiary?: string;
            };
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WriteOff"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "payments.write_off": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description an account of the ledger that can be paid out, such as campaign:<id> */
                    beneficiary: string;
                    /**
                     * Format: int64
                     * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
                     */
                    amount: number;
                    /**
                     * Format: iso-4217
                     * @description an ISO 4217 code in capitals, such as EUR
                     * @example EUR
                     */
                    currency: string;
                    /** @description from 1 to 500 characters as people count them, not all blank, without control characters */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Created: Location says where to find it. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WriteOff"];
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.IDEMPOTENCY_KEY_REQUIRED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["BENEFICIARY_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["NOT_OWED"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED.CURRENCY_MISMATCH"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "payments.get_balance": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path: {
                beneficiary: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BeneficiaryBalance"];
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["BENEFICIARY_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "payments.export_payouts": {
        parameters: {
            query?: {
                format?: "csv" | "jsonl";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/jsonl": string;
                };
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS.EXPORTS_UNDER_WAY"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "payments.export_campaign_payouts": {
        parameters: {
            query?: {
                format?: "csv" | "jsonl";
            };
            header?: never;
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/jsonl": string;
                };
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["CAMPAIGN_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS.EXPORTS_UNDER_WAY"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "payments.export_ledger": {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                format?: "csv" | "jsonl";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/jsonl": string;
                };
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS.EXPORTS_UNDER_WAY"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "campaigns.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: "DRAFT" | "PUBLISHED" | "CLOSED" | "CANCELLED";
                owner_id?: string;
                q?: string;
            };
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Campaign"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "campaigns.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description from 1 to 200 characters as people count them, not all blank, without control characters */
                    title: string;
                    /** @description at most 10,000 characters as people count them */
                    description: string;
                    /**
                     * Format: int64
                     * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
                     */
                    goal_amount: number;
                    /**
                     * Format: iso-4217
                     * @description an ISO 4217 code in capitals, such as EUR
                     * @example EUR
                     */
                    currency: string;
                    /**
                     * @description one of flexible, all_or_nothing
                     * @enum {string}
                     */
                    funding?: "flexible" | "all_or_nothing";
                    ends_at?: string | null;
                };
            };
        };
        responses: {
            /** @description Created: Location says where to find it. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED.AMOUNT_NOT_PAYABLE"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "campaigns.publish": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what was read: where it has changed since, nothing is done (412). */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["CAMPAIGN_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["CAMPAIGN_ENDED.TRANSITION_NOT_ALLOWED"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "campaigns.close": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what was read: where it has changed since, nothing is done (412). */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["CAMPAIGN_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["TRANSITION_NOT_ALLOWED"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "campaigns.cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what was read: where it has changed since, nothing is done (412). */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["CAMPAIGN_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["TRANSITION_NOT_ALLOWED"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "campaigns.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            404: components["responses"]["CAMPAIGN_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "campaigns.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what was read: where it has changed since, nothing is done (412). */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description from 1 to 200 characters as people count them, not all blank, without control characters */
                    title?: string;
                    /** @description at most 10,000 characters as people count them */
                    description?: string;
                    /**
                     * Format: int64
                     * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
                     */
                    goal_amount?: number;
                    /**
                     * @description one of flexible, all_or_nothing
                     * @enum {string}
                     */
                    funding?: "flexible" | "all_or_nothing";
                    ends_at?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["CAMPAIGN_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["TRANSITION_NOT_ALLOWED.TERMS_FIXED"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "pledges.erase": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description the token of a pledge's link, as in the e-mail about the pledge */
                    token?: string;
                };
            };
        };
        responses: {
            /** @description Accepted: it will be done, and its progress can be read. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        pledge_id: string;
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        erased_at: string;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["PLEDGE_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["PLEDGE_OF_ACCOUNT"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "pledges.get": {
        parameters: {
            query?: {
                token?: string;
            };
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        campaign_id: string;
                        donor_id: string | null;
                        donor: {
                            /** @description from 1 to 200 characters as people count them, not all blank, without control characters */
                            name: string;
                            email: string | null;
                        } | null;
                        /**
                         * Format: int64
                         * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
                         */
                        amount: number;
                        /**
                         * Format: int64
                         * @description the part of the amount that the donor added for the fee of the payment provider
                         */
                        fee_cover: number;
                        /**
                         * Format: iso-4217
                         * @description an ISO 4217 code in capitals, such as EUR
                         * @example EUR
                         */
                        currency: string;
                        message: string | null;
                        /** @description only its donor, the owner and admins see the message */
                        message_hidden: boolean;
                        anonymous: boolean;
                        /**
                         * @description one of PENDING, AUTHORIZED, CAPTURED, COMPLETED, FAILED, EXPIRED, CANCELLED, CONFLICTED, PARTIALLY_REFUNDED, REFUNDED, CHARGED_BACK, CHARGEBACK_REVERSED
                         * @enum {string}
                         */
                        status: "PENDING" | "AUTHORIZED" | "CAPTURED" | "COMPLETED" | "FAILED" | "EXPIRED" | "CANCELLED" | "CONFLICTED" | "PARTIALLY_REFUNDED" | "REFUNDED" | "CHARGED_BACK" | "CHARGEBACK_REVERSED";
                        /**
                         * Format: int64
                         * @description a whole number of minor units of the currency: 1050 is 10.50
                         */
                        captured_amount: number;
                        /**
                         * Format: int64
                         * @description a whole number of minor units of the currency: 1050 is 10.50
                         */
                        refunded_amount: number;
                        /**
                         * Format: int64
                         * @description a whole number of minor units of the currency: 1050 is 10.50
                         */
                        charged_back_amount: number;
                        refunds: components["schemas"]["Refund"][];
                        resolution: ("accepted" | "refused") | null;
                        offline: {
                            /**
                             * @description one of cash, cheque, transfer
                             * @enum {string}
                             */
                            method: "cash" | "cheque" | "transfer";
                            /**
                             * Format: date
                             * @description a day as in 2026-01-31
                             * @example 2026-01-31
                             */
                            received_on: string;
                            reference: string | null;
                            /**
                             * Format: uuid
                             * @description a UUID in lower case
                             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                             */
                            recorded_by: string;
                            /** @description its campaign was called off: the owner must return it by hand, and then void it */
                            return_due: boolean;
                            void_reason: string | null;
                        } | null;
                        subscription_id: string | null;
                        period: number | null;
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        expires_at: string;
                        /** Format: int64 */
                        version: number;
                        /** @description where it is paid; null once nothing is to be paid */
                        payment_url: string | null;
                        transitions: components["schemas"]["PledgeTransition"][];
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["PLEDGE_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "pledges.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what was read: where it has changed since, nothing is done (412). */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description the token of a pledge's link, as in the e-mail about the pledge */
                    token?: string;
                    message?: string | null;
                    anonymous?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pledge"];
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["PLEDGE_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "pledges.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                campaign_id?: string;
                status?: "PENDING" | "AUTHORIZED" | "CAPTURED" | "COMPLETED" | "FAILED" | "EXPIRED" | "CANCELLED" | "CONFLICTED" | "PARTIALLY_REFUNDED" | "REFUNDED" | "CHARGED_BACK" | "CHARGEBACK_REVERSED";
            };
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SeenPledge"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["CAMPAIGN_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "pledges.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description a UUID in lower case
                     * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                     */
                    campaign_id: string;
                    /**
                     * Format: int64
                     * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
                     */
                    amount: number;
                    /**
                     * Format: iso-4217
                     * @description an ISO 4217 code in capitals, such as EUR
                     * @example EUR
                     */
                    currency: string;
                    donor?: components["schemas"]["Guest"] | null;
                    message?: string | null;
                    anonymous?: boolean;
                    /** @description what the challenge's widget gave a guest's browser, where the platform asks for it */
                    challenge_token?: string;
                    /** @description whether the donor pays the provider's fee on top, so that the campaign keeps `amount` */
                    cover_fees?: boolean;
                };
            };
        };
        responses: {
            /** @description Created: Location says where to find it. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        pledge_id: string;
                        /**
                         * @description one of PENDING, AUTHORIZED, CAPTURED, COMPLETED, FAILED, EXPIRED, CANCELLED, CONFLICTED, PARTIALLY_REFUNDED, REFUNDED, CHARGED_BACK, CHARGEBACK_REVERSED
                         * @enum {string}
                         */
                        status: "PENDING" | "AUTHORIZED" | "CAPTURED" | "COMPLETED" | "FAILED" | "EXPIRED" | "CANCELLED" | "CONFLICTED" | "PARTIALLY_REFUNDED" | "REFUNDED" | "CHARGED_BACK" | "CHARGEBACK_REVERSED";
                        /**
                         * Format: int64
                         * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
                         */
                        amount: number;
                        /**
                         * Format: int64
                         * @description the part of the amount that the donor added for the fee of the payment provider
                         */
                        fee_cover: number;
                        payment_url: string;
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        expires_at: string;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.IDEMPOTENCY_KEY_REQUIRED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED.CHALLENGE_FAILED"];
            404: components["responses"]["CAMPAIGN_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["CAMPAIGN_NOT_OPEN"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED.AMOUNT_NOT_PAYABLE.CURRENCY_MISMATCH"];
            429: components["responses"]["TOO_MANY_REQUESTS.TOO_MANY_PLEDGES.TOO_MANY_DECLINED"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "pledges.cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what was read: where it has changed since, nothing is done (412). */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description the token of a pledge's link, as in the e-mail about the pledge */
                    token?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pledge"];
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["PLEDGE_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["PLEDGE_ALREADY_CAPTURED.TRANSITION_NOT_ALLOWED"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "pledges.refund": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
                     */
                    amount?: number;
                };
            };
        };
        responses: {
            /** @description Accepted: it will be done, and its progress can be read. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.IDEMPOTENCY_KEY_REQUIRED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["PLEDGE_NOT_FOUND.CAMPAIGN_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["NOTHING_TO_REFUND.REFUND_EXCEEDS_CAPTURED.OFFLINE_GIFT"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "pledges.resolve": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what was read: where it has changed since, nothing is done (412). */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accept: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pledge"];
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["PLEDGE_NOT_FOUND.CAMPAIGN_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["TRANSITION_NOT_ALLOWED.REFUND_UNDER_WAY.CAMPAIGN_CALLED_OFF"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "pledges.export": {
        parameters: {
            query?: {
                format?: "csv" | "jsonl";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/jsonl": string;
                };
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS.EXPORTS_UNDER_WAY"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "pledges.export_campaign": {
        parameters: {
            query?: {
                format?: "csv" | "jsonl";
            };
            header?: never;
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/jsonl": string;
                };
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["CAMPAIGN_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS.EXPORTS_UNDER_WAY"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "pledges.export_donors": {
        parameters: {
            query?: {
                format?: "csv" | "jsonl";
            };
            header?: never;
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/jsonl": string;
                };
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["CAMPAIGN_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS.EXPORTS_UNDER_WAY"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "pledges.record_offline_gift": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
                     */
                    amount: number;
                    /**
                     * Format: iso-4217
                     * @description an ISO 4217 code in capitals, such as EUR
                     * @example EUR
                     */
                    currency: string;
                    /**
                     * @description one of cash, cheque, transfer
                     * @enum {string}
                     */
                    method: "cash" | "cheque" | "transfer";
                    /**
                     * Format: date
                     * @description a day as in 2026-01-31
                     * @example 2026-01-31
                     */
                    received_on: string;
                    donor: {
                        /** @description from 1 to 200 characters as people count them, not all blank, without control characters */
                        name: string;
                        email?: string | null;
                    };
                    message?: string | null;
                    anonymous?: boolean;
                    /** @description at most 100 characters as people count them */
                    reference?: string;
                };
            };
        };
        responses: {
            /** @description Created: Location says where to find it. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pledge"];
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.IDEMPOTENCY_KEY_REQUIRED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["CAMPAIGN_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["NO_OFFLINE_GIFTS"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED.CURRENCY_MISMATCH"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "pledges.void": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what was read: where it has changed since, nothing is done (412). */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description from 1 to 200 characters as people count them, not all blank, without control characters */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pledge"];
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["PLEDGE_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["NOT_OFFLINE.NOTHING_TO_REFUND"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "pledges.preview_fees": {
        parameters: {
            query: {
                amount: number;
            };
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int64
                         * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
                         */
                        amount: number;
                        /**
                         * Format: int64
                         * @description a whole number of minor units of the currency: 1050 is 10.50
                         */
                        fee: number;
                        /**
                         * Format: int64
                         * @description a whole number of minor units of the currency: 1050 is 10.50
                         */
                        total: number;
                        /**
                         * Format: iso-4217
                         * @description an ISO 4217 code in capitals, such as EUR
                         * @example EUR
                         */
                        currency: string;
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            404: components["responses"]["CAMPAIGN_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "pledges.list_donors": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description an account's name, a guest's first name; null for who gave anonymously */
                            name: string | null;
                            /** @description null too where it was hidden */
                            message: string | null;
                            /**
                             * Format: int64
                             * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
                             */
                            amount: number;
                            /**
                             * Format: iso-4217
                             * @description an ISO 4217 code in capitals, such as EUR
                             * @example EUR
                             */
                            currency: string;
                            /**
                             * Format: date-time
                             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                             * @example 2026-01-31T12:00:00Z
                             */
                            at: string;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            404: components["responses"]["CAMPAIGN_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "pledges.hide_message": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what was read: where it has changed since, nothing is done (412). */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        campaign_id: string;
                        donor_id: string | null;
                        donor: {
                            /** @description from 1 to 200 characters as people count them, not all blank, without control characters */
                            name: string;
                            email: string | null;
                        } | null;
                        /**
                         * Format: int64
                         * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
                         */
                        amount: number;
                        /**
                         * Format: int64
                         * @description the part of the amount that the donor added for the fee of the payment provider
                         */
                        fee_cover: number;
                        /**
                         * Format: iso-4217
                         * @description an ISO 4217 code in capitals, such as EUR
                         * @example EUR
                         */
                        currency: string;
                        message: string | null;
                        /** @description only its donor, the owner and admins see the message */
                        message_hidden: boolean;
                        anonymous: boolean;
                        /**
                         * @description one of PENDING, AUTHORIZED, CAPTURED, COMPLETED, FAILED, EXPIRED, CANCELLED, CONFLICTED, PARTIALLY_REFUNDED, REFUNDED, CHARGED_BACK, CHARGEBACK_REVERSED
                         * @enum {string}
                         */
                        status: "PENDING" | "AUTHORIZED" | "CAPTURED" | "COMPLETED" | "FAILED" | "EXPIRED" | "CANCELLED" | "CONFLICTED" | "PARTIALLY_REFUNDED" | "REFUNDED" | "CHARGED_BACK" | "CHARGEBACK_REVERSED";
                        /**
                         * Format: int64
                         * @description a whole number of minor units of the currency: 1050 is 10.50
                         */
                        captured_amount: number;
                        /**
                         * Format: int64
                         * @description a whole number of minor units of the currency: 1050 is 10.50
                         */
                        refunded_amount: number;
                        /**
                         * Format: int64
                         * @description a whole number of minor units of the currency: 1050 is 10.50
                         */
                        charged_back_amount: number;
                        refunds: components["schemas"]["Refund"][];
                        resolution: ("accepted" | "refused") | null;
                        offline: {
                            /**
                             * @description one of cash, cheque, transfer
                             * @enum {string}
                             */
                            method: "cash" | "cheque" | "transfer";
                            /**
                             * Format: date
                             * @description a day as in 2026-01-31
                             * @example 2026-01-31
                             */
                            received_on: string;
                            reference: string | null;
                            /**
                             * Format: uuid
                             * @description a UUID in lower case
                             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                             */
                            recorded_by: string;
                            /** @description its campaign was called off: the owner must return it by hand, and then void it */
                            return_due: boolean;
                            void_reason: string | null;
                        } | null;
                        subscription_id: string | null;
                        period: number | null;
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        expires_at: string;
                        /** Format: int64 */
                        version: number;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["PLEDGE_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "pledges.show_message": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what was read: where it has changed since, nothing is done (412). */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        campaign_id: string;
                        donor_id: string | null;
                        donor: {
                            /** @description from 1 to 200 characters as people count them, not all blank, without control characters */
                            name: string;
                            email: string | null;
                        } | null;
                        /**
                         * Format: int64
                         * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
                         */
                        amount: number;
                        /**
                         * Format: int64
                         * @description the part of the amount that the donor added for the fee of the payment provider
                         */
                        fee_cover: number;
                        /**
                         * Format: iso-4217
                         * @description an ISO 4217 code in capitals, such as EUR
                         * @example EUR
                         */
                        currency: string;
                        message: string | null;
                        /** @description only its donor, the owner and admins see the message */
                        message_hidden: boolean;
                        anonymous: boolean;
                        /**
                         * @description one of PENDING, AUTHORIZED, CAPTURED, COMPLETED, FAILED, EXPIRED, CANCELLED, CONFLICTED, PARTIALLY_REFUNDED, REFUNDED, CHARGED_BACK, CHARGEBACK_REVERSED
                         * @enum {string}
                         */
                        status: "PENDING" | "AUTHORIZED" | "CAPTURED" | "COMPLETED" | "FAILED" | "EXPIRED" | "CANCELLED" | "CONFLICTED" | "PARTIALLY_REFUNDED" | "REFUNDED" | "CHARGED_BACK" | "CHARGEBACK_REVERSED";
                        /**
                         * Format: int64
                         * @description a whole number of minor units of the currency: 1050 is 10.50
                         */
                        captured_amount: number;
                        /**
                         * Format: int64
                         * @description a whole number of minor units of the currency: 1050 is 10.50
                         */
                        refunded_amount: number;
                        /**
                         * Format: int64
                         * @description a whole number of minor units of the currency: 1050 is 10.50
                         */
                        charged_back_amount: number;
                        refunds: components["schemas"]["Refund"][];
                        resolution: ("accepted" | "refused") | null;
                        offline: {
                            /**
                             * @description one of cash, cheque, transfer
                             * @enum {string}
                             */
                            method: "cash" | "cheque" | "transfer";
                            /**
                             * Format: date
                             * @description a day as in 2026-01-31
                             * @example 2026-01-31
                             */
                            received_on: string;
                            reference: string | null;
                            /**
                             * Format: uuid
                             * @description a UUID in lower case
                             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                             */
                            recorded_by: string;
                            /** @description its campaign was called off: the owner must return it by hand, and then void it */
                            return_due: boolean;
                            void_reason: string | null;
                        } | null;
                        subscription_id: string | null;
                        period: number | null;
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        expires_at: string;
                        /** Format: int64 */
                        version: number;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["PLEDGE_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "pledges.thank": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description from 1 to 150 characters as people count them, not all blank, without control characters */
                    subject?: string;
                    /** @description from 1 to 5,000 characters as people count them, not all blank, without control characters */
                    message: string;
                };
            };
        };
        responses: {
            /** @description Accepted: it will be done, and its progress can be read. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        campaign_id: string;
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        owner_id: string;
                        subject: string | null;
                        /** @description from 1 to 5,000 characters as people count them, not all blank, without control characters */
                        message: string;
                        /**
                         * @description one of SENDING, SENT
                         * @enum {string}
                         */
                        status: "SENDING" | "SENT";
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        created_at: string;
                        /** Format: int64 */
                        version: number;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.IDEMPOTENCY_KEY_REQUIRED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["CAMPAIGN_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["NOBODY_TO_THANK.THANKED_TODAY"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "receipts.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                organisation_id?: string;
                pledge_id?: string;
            };
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Receipt"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "receipts.get": {
        parameters: {
            query?: {
                token?: string;
            };
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["RECEIPT_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "receipts.statement": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["STATEMENT_TOO_LONG"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "receipts.statement_pdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["page.VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["page.SIGN_IN_REQUIRED"];
            403: components["responses"]["page.PERMISSION_DENIED"];
            408: components["responses"]["page.REQUEST_TOO_SLOW"];
            409: components["responses"]["page.STATEMENT_TOO_LONG"];
            414: components["responses"]["page.URI_TOO_LONG"];
            417: components["responses"]["page.EXPECTATION_FAILED"];
            429: components["responses"]["page.TOO_MANY_REQUESTS"];
            431: components["responses"]["page.HEADERS_TOO_LARGE"];
            500: components["responses"]["page.INTERNAL_ERROR"];
            503: components["responses"]["page.BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["page.TIMED_OUT"];
        };
    };
    "subscriptions.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                campaign_id?: string;
                status?: "PENDING" | "ACTIVE" | "PAUSED" | "PAST_DUE" | "LAPSED" | "CANCELLED" | "EXPIRED";
            };
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Subscription"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["CAMPAIGN_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "subscriptions.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description a UUID in lower case
                     * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                     */
                    campaign_id: string;
                    /**
                     * Format: int64
                     * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
                     */
                    amount: number;
                    /**
                     * Format: iso-4217
                     * @description an ISO 4217 code in capitals, such as EUR
                     * @example EUR
                     */
                    currency: string;
                    /**
                     * @description one of month, year
                     * @enum {string}
                     */
                    interval: "month" | "year";
                    donor?: components["schemas"]["Guest"] | null;
                    message?: string | null;
                    anonymous?: boolean;
                    /** @description what the challenge's widget gave a guest's browser, where the platform asks for it */
                    challenge_token?: string;
                };
            };
        };
        responses: {
            /** @description Created: Location says where to find it. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        subscription_id: string;
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        pledge_id: string;
                        /**
                         * @description one of PENDING, ACTIVE, PAUSED, PAST_DUE, LAPSED, CANCELLED, EXPIRED
                         * @enum {string}
                         */
                        status: "PENDING" | "ACTIVE" | "PAUSED" | "PAST_DUE" | "LAPSED" | "CANCELLED" | "EXPIRED";
                        payment_url: string;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.IDEMPOTENCY_KEY_REQUIRED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED.CHALLENGE_FAILED"];
            404: components["responses"]["CAMPAIGN_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["CAMPAIGN_NOT_OPEN"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED.AMOUNT_NOT_PAYABLE.CURRENCY_MISMATCH"];
            429: components["responses"]["TOO_MANY_REQUESTS.TOO_MANY_PLEDGES.TOO_MANY_DECLINED"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "subscriptions.get": {
        parameters: {
            query?: {
                token?: string;
            };
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["SUBSCRIPTION_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "subscriptions.pause": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what was read: where it has changed since, nothing is done (412). */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description the token of the link in e-mails about the subscription */
                    token?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["SUBSCRIPTION_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["TRANSITION_NOT_ALLOWED"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "subscriptions.resume": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what was read: where it has changed since, nothing is done (412). */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description the token of the link in e-mails about the subscription */
                    token?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["SUBSCRIPTION_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["TRANSITION_NOT_ALLOWED"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "subscriptions.cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each intent, the same on every retry: a retry answers as the first did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what was read: where it has changed since, nothing is done (412). */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description the token of the link in e-mails about the subscription */
                    token?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["SUBSCRIPTION_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "subscriptions.replace_card": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description the token of the link in e-mails about the subscription */
                    token?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["SUBSCRIPTION_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["SUBSCRIPTION_ENDED.PROVIDER_REFUSED"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "totals.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Totals"];
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            404: components["responses"]["CAMPAIGN_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "totals.stream": {
        parameters: {
            query?: never;
            header?: {
                /** @description The `version` that is known already: nothing is sent until there is a newer one. */
                "Last-Event-ID"?: string;
            };
            path: {
                campaign_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            404: components["responses"]["CAMPAIGN_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "totals.rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description the next_cursor of the previous answer */
                    cursor?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int64
                         * @description pledges compared
                         */
                        pledges: number;
                        /**
                         * Format: int64
                         * @description campaigns summed up
                         */
                        campaigns: number;
                        /**
                         * Format: int64
                         * @description campaigns whose totals were wrong
                         */
                        repaired: number;
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "totals.verify": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int64
                         * @description campaigns checked
                         */
                        checked: number;
                        data: components["schemas"]["Drift"][];
                        moving: string[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.list_access_tokens": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /**
                             * Format: uuid
                             * @description a UUID in lower case
                             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                             */
                            id: string;
                            /** @description from 1 to 100 characters as people count them, not all blank, without control characters */
                            name: string;
                            /** @description what the program may do, of what you may */
                            permissions: ("access-tokens:manage" | "account:delete" | "account:read" | "account:update" | "accounts:recover" | "balances:read" | "balances:read_any" | "campaigns:create" | "campaigns:manage" | "campaigns:read_any" | "campaigns:update" | "donors:thank" | "ledger:export" | "messages:moderate" | "offline-gifts:record" | "ops:read" | "ops:retry" | "ops:verify" | "payments:capture" | "payments:read" | "payouts:confirm" | "payouts:create" | "payouts:export" | "payouts:read" | "permissions:check" | "pledges:create" | "pledges:export" | "pledges:export_any" | "pledges:manage" | "pledges:read" | "pledges:read_any" | "pledges:refund" | "pledges:resolve" | "pledges:update" | "receipts:read" | "receipts:read_any" | "roles:grant" | "roles:manage" | "roles:read" | "signing-keys:rotate" | "subscriptions:create" | "subscriptions:manage" | "subscriptions:read" | "subscriptions:read_any" | "subscriptions:update" | "totals:rebuild" | "totals:verify" | "users:manage" | "users:read")[];
                            /**
                             * Format: date-time
                             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                             * @example 2026-01-31T12:00:00Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                             * @example 2026-01-31T12:00:00Z
                             */
                            expires_at: string;
                            /** @description to the minute */
                            last_used_at: string | null;
                        }[];
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.create_access_token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description from 1 to 100 characters as people count them, not all blank, without control characters */
                    name: string;
                    /** @description what the program may do, of what you may */
                    permissions: ("access-tokens:manage" | "account:delete" | "account:read" | "account:update" | "accounts:recover" | "balances:read" | "balances:read_any" | "campaigns:create" | "campaigns:manage" | "campaigns:read_any" | "campaigns:update" | "donors:thank" | "ledger:export" | "messages:moderate" | "offline-gifts:record" | "ops:read" | "ops:retry" | "ops:verify" | "payments:capture" | "payments:read" | "payouts:confirm" | "payouts:create" | "payouts:export" | "payouts:read" | "permissions:check" | "pledges:create" | "pledges:export" | "pledges:export_any" | "pledges:manage" | "pledges:read" | "pledges:read_any" | "pledges:refund" | "pledges:resolve" | "pledges:update" | "receipts:read" | "receipts:read_any" | "roles:grant" | "roles:manage" | "roles:read" | "signing-keys:rotate" | "subscriptions:create" | "subscriptions:manage" | "subscriptions:read" | "subscriptions:read_any" | "subscriptions:update" | "totals:rebuild" | "totals:verify" | "users:manage" | "users:read")[];
                    /**
                     * Format: date-time
                     * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                     * @example 2026-01-31T12:00:00Z
                     */
                    expires_at: string;
                };
            };
        };
        responses: {
            /** @description Created: Location says where to find it. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        id: string;
                        /** @description from 1 to 100 characters as people count them, not all blank, without control characters */
                        name: string;
                        /** @description what the program may do, of what you may */
                        permissions: ("access-tokens:manage" | "account:delete" | "account:read" | "account:update" | "accounts:recover" | "balances:read" | "balances:read_any" | "campaigns:create" | "campaigns:manage" | "campaigns:read_any" | "campaigns:update" | "donors:thank" | "ledger:export" | "messages:moderate" | "offline-gifts:record" | "ops:read" | "ops:retry" | "ops:verify" | "payments:capture" | "payments:read" | "payouts:confirm" | "payouts:create" | "payouts:export" | "payouts:read" | "permissions:check" | "pledges:create" | "pledges:export" | "pledges:export_any" | "pledges:manage" | "pledges:read" | "pledges:read_any" | "pledges:refund" | "pledges:resolve" | "pledges:update" | "receipts:read" | "receipts:read_any" | "roles:grant" | "roles:manage" | "roles:read" | "signing-keys:rotate" | "subscriptions:create" | "subscriptions:manage" | "subscriptions:read" | "subscriptions:read_any" | "subscriptions:update" | "totals:rebuild" | "totals:verify" | "users:manage" | "users:read")[];
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        expires_at: string;
                        /** @description to the minute */
                        last_used_at: string | null;
                        token: string;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED.GRANT_EXCEEDS_OWN"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["TOO_MANY_ACCESS_TOKENS"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.revoke_access_token": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        id: string;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["ACCESS_TOKEN_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.list_login_sessions": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /**
                             * Format: uuid
                             * @description a UUID in lower case
                             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                             */
                            id: string;
                            device: string | null;
                            address: string | null;
                            /**
                             * Format: date-time
                             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                             * @example 2026-01-31T12:00:00Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                             * @example 2026-01-31T12:00:00Z
                             */
                            last_used_at: string;
                            current: boolean;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.revoke_other_login_sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int64
                         * @description how many ended
                         */
                        revoked: number;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.revoke_login_session": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done: there is nothing to say. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["LOGIN_SESSION_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done: there is nothing to say. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.change_password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description from 1 to 200 characters as people count them */
                    current_password: string;
                    /** @description from 10 to 200 characters as people count them */
                    new_password: string;
                    /** @description six digits of the authenticator app, or a recovery code */
                    otp?: string;
                    passkey?: {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        challenge_id: string;
                        response: {
                            /** @description base64url, at most 1364 */
                            id: string;
                            /** @description base64url, at most 1364 */
                            rawId: string;
                            /**
                             * @description 'public-key'
                             * @constant
                             */
                            type: "public-key";
                            authenticatorAttachment?: string | null;
                            clientExtensionResults: {
                                [key: string]: unknown;
                            };
                            response: {
                                /** @description base64url, at most 4000 */
                                clientDataJSON: string;
                                /** @description base64url, at most 4000 */
                                authenticatorData: string;
                                /** @description base64url, at most 8000 */
                                signature: string;
                                userHandle?: string | null;
                            };
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int64
                         * @description how many login sessions ended
                         */
                        revoked: number;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED.CREDENTIALS_WRONG.SECOND_FACTOR_REQUIRED.SECOND_FACTOR_WRONG"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS.SECOND_FACTOR_TOO_OFTEN.ATTEMPTS_TOO_MANY"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.request_password_reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description an e-mail address
                     * @example ada@example.org
                     */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Accepted: it will be done, and its progress can be read. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS.ATTEMPTS_TOO_MANY"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.reset_password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description the token of the link in the e-mail */
                    token: string;
                    /** @description from 10 to 200 characters as people count them */
                    new_password: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int64
                         * @description how many login sessions ended
                         */
                        revoked: number;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            403: components["responses"]["RESET_LINK_INVALID"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.change_email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description an e-mail address
                     * @example ada@example.org
                     */
                    new_email: string;
                    password?: string;
                    /** @description six digits of the authenticator app, or a recovery code */
                    otp?: string;
                    passkey?: {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        challenge_id: string;
                        response: {
                            /** @description base64url, at most 1364 */
                            id: string;
                            /** @description base64url, at most 1364 */
                            rawId: string;
                            /**
                             * @description 'public-key'
                             * @constant
                             */
                            type: "public-key";
                            authenticatorAttachment?: string | null;
                            clientExtensionResults: {
                                [key: string]: unknown;
                            };
                            response: {
                                /** @description base64url, at most 4000 */
                                clientDataJSON: string;
                                /** @description base64url, at most 4000 */
                                authenticatorData: string;
                                /** @description base64url, at most 8000 */
                                signature: string;
                                userHandle?: string | null;
                            };
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Accepted: it will be done, and its progress can be read. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: email
                         * @description an e-mail address
                         * @example ada@example.org
                         */
                        new_email: string;
                        confirm_at: string[];
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        expires_at: string;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED.CREDENTIALS_WRONG.SECOND_FACTOR_REQUIRED.SECOND_FACTOR_WRONG"];
            403: components["responses"]["PERMISSION_DENIED.ACCOUNT_DELETED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["EMAIL_TAKEN"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS.SECOND_FACTOR_TOO_OFTEN.ATTEMPTS_TOO_MANY"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.confirm_email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description the token of the link in the e-mail */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: email
                         * @description an e-mail address
                         * @example ada@example.org
                         */
                        email: string;
                        changed: boolean;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            403: components["responses"]["EMAIL_LINK_INVALID"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["EMAIL_TAKEN"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.cancel_email_change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description the token of the link in the e-mail */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done: there is nothing to say. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            403: components["responses"]["EMAIL_LINK_INVALID"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.find_account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description an e-mail address
                     * @example ada@example.org
                     */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        user_id: string;
                        /**
                         * Format: email
                         * @description an e-mail address
                         * @example ada@example.org
                         */
                        email: string;
                        /** @description from 1 to 200 characters as people count them, not all blank, without control characters */
                        name: string;
                        email_verified: boolean;
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        registered_at: string;
                        last_used_at: string | null;
                        /**
                         * Format: int64
                         * @description how many are open
                         */
                        login_sessions: number;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["ACCOUNT_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.issue_reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description an e-mail address
                     * @example ada@example.org
                     */
                    email: string;
                    /** @description true: the link is shown, and no e-mail is sent */
                    show?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: email
                         * @description an e-mail address
                         * @example ada@example.org
                         */
                        email: string;
                        url: string | null;
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        expires_at: string;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED.ACCOUNT_DELETED"];
            404: components["responses"]["ACCOUNT_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.move_account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description an e-mail address
                     * @example ada@example.org
                     */
                    email: string;
                    /**
                     * Format: email
                     * @description an e-mail address
                     * @example ada@example.org
                     */
                    new_email: string;
                };
            };
        };
        responses: {
            /** @description Accepted: it will be done, and its progress can be read. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: email
                         * @description an e-mail address
                         * @example ada@example.org
                         */
                        new_email: string;
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        expires_at: string;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED.ACCOUNT_DELETED"];
            404: components["responses"]["ACCOUNT_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["EMAIL_TAKEN"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.rotate_keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kid: string;
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        signs_at: string;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description an e-mail address
                     * @example ada@example.org
                     */
                    email: string;
                    /** @description from 10 to 200 characters as people count them */
                    password: string;
                    /** @description from 1 to 200 characters as people count them, not all blank, without control characters */
                    name: string;
                };
            };
        };
        responses: {
            /** @description Created: Location says where to find it. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: components["schemas"]["User"];
                        access_token: string;
                        refresh_token: string;
                        /**
                         * Format: int64
                         * @description seconds until the access token expires
                         */
                        expires_in: number;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["EMAIL_TAKEN"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description an e-mail address
                     * @example ada@example.org
                     */
                    email: string;
                    /** @description from 1 to 200 characters as people count them */
                    password: string;
                    /** @description six digits of the authenticator app, or a recovery code */
                    otp?: string;
                    passkey?: {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        challenge_id: string;
                        response: {
                            /** @description base64url, at most 1364 */
                            id: string;
                            /** @description base64url, at most 1364 */
                            rawId: string;
                            /**
                             * @description 'public-key'
                             * @constant
                             */
                            type: "public-key";
                            authenticatorAttachment?: string | null;
                            clientExtensionResults: {
                                [key: string]: unknown;
                            };
                            response: {
                                /** @description base64url, at most 4000 */
                                clientDataJSON: string;
                                /** @description base64url, at most 4000 */
                                authenticatorData: string;
                                /** @description base64url, at most 8000 */
                                signature: string;
                                userHandle?: string | null;
                            };
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["CREDENTIALS_WRONG.SECOND_FACTOR_REQUIRED.SECOND_FACTOR_WRONG"];
            403: components["responses"]["ACCOUNT_DELETED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS.SECOND_FACTOR_TOO_OFTEN.ATTEMPTS_TOO_MANY"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    refresh_token: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["REFRESH_TOKEN_INVALID"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "users.me": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        id: string;
                        /**
                         * Format: email
                         * @description an e-mail address
                         * @example ada@example.org
                         */
                        email: string;
                        /** @description from 1 to 200 characters as people count them, not all blank, without control characters */
                        name: string;
                        email_verified: boolean;
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        created_at: string;
                        /** Format: int64 */
                        version: number;
                        permissions: ("access-tokens:manage" | "account:delete" | "account:read" | "account:update" | "accounts:recover" | "balances:read" | "balances:read_any" | "campaigns:create" | "campaigns:manage" | "campaigns:read_any" | "campaigns:update" | "donors:thank" | "ledger:export" | "messages:moderate" | "offline-gifts:record" | "ops:read" | "ops:retry" | "ops:verify" | "payments:capture" | "payments:read" | "payouts:confirm" | "payouts:create" | "payouts:export" | "payouts:read" | "permissions:check" | "pledges:create" | "pledges:export" | "pledges:export_any" | "pledges:manage" | "pledges:read" | "pledges:read_any" | "pledges:refund" | "pledges:resolve" | "pledges:update" | "receipts:read" | "receipts:read_any" | "roles:grant" | "roles:manage" | "roles:read" | "signing-keys:rotate" | "subscriptions:create" | "subscriptions:manage" | "subscriptions:read" | "subscriptions:read_any" | "subscriptions:update" | "totals:rebuild" | "totals:verify" | "users:manage" | "users:read")[];
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["USER_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    password?: string;
                    /** @description six digits of the authenticator app, or a recovery code */
                    otp?: string;
                    passkey?: {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        challenge_id: string;
                        response: {
                            /** @description base64url, at most 1364 */
                            id: string;
                            /** @description base64url, at most 1364 */
                            rawId: string;
                            /**
                             * @description 'public-key'
                             * @constant
                             */
                            type: "public-key";
                            authenticatorAttachment?: string | null;
                            clientExtensionResults: {
                                [key: string]: unknown;
                            };
                            response: {
                                /** @description base64url, at most 4000 */
                                clientDataJSON: string;
                                /** @description base64url, at most 4000 */
                                authenticatorData: string;
                                /** @description base64url, at most 8000 */
                                signature: string;
                                userHandle?: string | null;
                            };
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Accepted: it will be done, and its progress can be read. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        user_id: string;
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        deleted_at: string;
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        erased_at: string;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED.CREDENTIALS_WRONG.SECOND_FACTOR_REQUIRED.SECOND_FACTOR_WRONG"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["LAST_ADMIN"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS.SECOND_FACTOR_TOO_OFTEN.ATTEMPTS_TOO_MANY"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "users.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read: where it has changed since, nothing is done (412). */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description from 1 to 200 characters as people count them, not all blank, without control characters */
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        id: string;
                        /**
                         * Format: email
                         * @description an e-mail address
                         * @example ada@example.org
                         */
                        email: string;
                        /** @description from 1 to 200 characters as people count them, not all blank, without control characters */
                        name: string;
                        email_verified: boolean;
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        created_at: string;
                        /** Format: int64 */
                        version: number;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["USER_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            412: components["responses"]["PRECONDITION_FAILED"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description an e-mail address
                     * @example ada@example.org
                     */
                    email: string;
                    /** @description from 1 to 200 characters as people count them */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        user_id: string;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["CREDENTIALS_WRONG"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS.ATTEMPTS_TOO_MANY"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.read_factors": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        totp: {
                            /**
                             * Format: date-time
                             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                             * @example 2026-01-31T12:00:00Z
                             */
                            since: string;
                        } | null;
                        /** Format: int64 */
                        passkeys: number;
                        /** Format: int64 */
                        recovery_codes_left: number;
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.remove_totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    password?: string;
                    /** @description six digits of the authenticator app, or a recovery code */
                    otp?: string;
                    passkey?: {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        challenge_id: string;
                        response: {
                            /** @description base64url, at most 1364 */
                            id: string;
                            /** @description base64url, at most 1364 */
                            rawId: string;
                            /**
                             * @description 'public-key'
                             * @constant
                             */
                            type: "public-key";
                            authenticatorAttachment?: string | null;
                            clientExtensionResults: {
                                [key: string]: unknown;
                            };
                            response: {
                                /** @description base64url, at most 4000 */
                                clientDataJSON: string;
                                /** @description base64url, at most 4000 */
                                authenticatorData: string;
                                /** @description base64url, at most 8000 */
                                signature: string;
                                userHandle?: string | null;
                            };
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        totp: {
                            /**
                             * Format: date-time
                             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                             * @example 2026-01-31T12:00:00Z
                             */
                            since: string;
                        } | null;
                        /** Format: int64 */
                        passkeys: number;
                        /** Format: int64 */
                        recovery_codes_left: number;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED.CREDENTIALS_WRONG.SECOND_FACTOR_REQUIRED.SECOND_FACTOR_WRONG"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["SECOND_FACTOR_NOT_FOUND.USER_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS.SECOND_FACTOR_TOO_OFTEN"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.enroll_totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    password?: string;
                    /** @description six digits of the authenticator app, or a recovery code */
                    otp?: string;
                    passkey?: {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        challenge_id: string;
                        response: {
                            /** @description base64url, at most 1364 */
                            id: string;
                            /** @description base64url, at most 1364 */
                            rawId: string;
                            /**
                             * @description 'public-key'
                             * @constant
                             */
                            type: "public-key";
                            authenticatorAttachment?: string | null;
                            clientExtensionResults: {
                                [key: string]: unknown;
                            };
                            response: {
                                /** @description base64url, at most 4000 */
                                clientDataJSON: string;
                                /** @description base64url, at most 4000 */
                                authenticatorData: string;
                                /** @description base64url, at most 8000 */
                                signature: string;
                                userHandle?: string | null;
                            };
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description base32, to be typed into the app */
                        secret: string;
                        /** @description the same as a URL, to be shown as a QR code */
                        otpauth_url: string;
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        expires_at: string;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED.CREDENTIALS_WRONG.SECOND_FACTOR_REQUIRED.SECOND_FACTOR_WRONG"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["USER_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["TOTP_ALREADY_ON"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS.SECOND_FACTOR_TOO_OFTEN"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.confirm_totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description the six digits that the app shows */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recovery_codes: string[] | null;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED.SECOND_FACTOR_WRONG"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["USER_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["TOTP_NOT_ENROLLED"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.renew_recovery_codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    password?: string;
                    /** @description six digits of the authenticator app, or a recovery code */
                    otp?: string;
                    passkey?: {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        challenge_id: string;
                        response: {
                            /** @description base64url, at most 1364 */
                            id: string;
                            /** @description base64url, at most 1364 */
                            rawId: string;
                            /**
                             * @description 'public-key'
                             * @constant
                             */
                            type: "public-key";
                            authenticatorAttachment?: string | null;
                            clientExtensionResults: {
                                [key: string]: unknown;
                            };
                            response: {
                                /** @description base64url, at most 4000 */
                                clientDataJSON: string;
                                /** @description base64url, at most 4000 */
                                authenticatorData: string;
                                /** @description base64url, at most 8000 */
                                signature: string;
                                userHandle?: string | null;
                            };
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ten, each for one sign-in. Shown this once: only their hashes are kept */
                        recovery_codes: string[];
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED.CREDENTIALS_WRONG.SECOND_FACTOR_REQUIRED.SECOND_FACTOR_WRONG"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["SECOND_FACTOR_NOT_FOUND.USER_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS.SECOND_FACTOR_TOO_OFTEN"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.request_passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    password?: string;
                    /** @description six digits of the authenticator app, or a recovery code */
                    otp?: string;
                    passkey?: {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        challenge_id: string;
                        response: {
                            /** @description base64url, at most 1364 */
                            id: string;
                            /** @description base64url, at most 1364 */
                            rawId: string;
                            /**
                             * @description 'public-key'
                             * @constant
                             */
                            type: "public-key";
                            authenticatorAttachment?: string | null;
                            clientExtensionResults: {
                                [key: string]: unknown;
                            };
                            response: {
                                /** @description base64url, at most 4000 */
                                clientDataJSON: string;
                                /** @description base64url, at most 4000 */
                                authenticatorData: string;
                                /** @description base64url, at most 8000 */
                                signature: string;
                                userHandle?: string | null;
                            };
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        challenge_id: string;
                        options: {
                            challenge: string;
                            rp: {
                                id: string;
                                name: string;
                            };
                            user: {
                                id: string;
                                name: string;
                                displayName: string;
                            };
                            pubKeyCredParams: {
                                type: string;
                                /** Format: int64 */
                                alg: number;
                            }[];
                            /** Format: int64 */
                            timeout: number;
                            excludeCredentials: {
                                id: string;
                                type: string;
                                transports?: string[];
                            }[];
                            authenticatorSelection: {
                                residentKey: string;
                                userVerification: string;
                            };
                            attestation: string;
                            extensions?: {
                                [key: string]: unknown;
                            };
                        };
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        expires_at: string;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED.CREDENTIALS_WRONG.SECOND_FACTOR_REQUIRED.SECOND_FACTOR_WRONG"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["USER_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["TOO_MANY_PASSKEYS.PASSKEYS_UNAVAILABLE"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS.SECOND_FACTOR_TOO_OFTEN"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.list_passkeys": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /**
                             * Format: uuid
                             * @description a UUID in lower case
                             * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                             */
                            id: string;
                            /** @description from 1 to 100 characters as people count them, not all blank, without control characters */
                            name: string;
                            synced: boolean;
                            /**
                             * Format: date-time
                             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                             * @example 2026-01-31T12:00:00Z
                             */
                            created_at: string;
                            last_used_at: string | null;
                        }[];
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.add_passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description a UUID in lower case
                     * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                     */
                    challenge_id: string;
                    /** @description from 1 to 100 characters as people count them, not all blank, without control characters */
                    name: string;
                    response: {
                        /** @description base64url, at most 1364 */
                        id: string;
                        /** @description base64url, at most 1364 */
                        rawId: string;
                        /**
                         * @description 'public-key'
                         * @constant
                         */
                        type: "public-key";
                        authenticatorAttachment?: string | null;
                        clientExtensionResults: {
                            [key: string]: unknown;
                        };
                        response: {
                            /** @description base64url, at most 4000 */
                            clientDataJSON: string;
                            /** @description base64url, at most 30000 */
                            attestationObject: string;
                            transports?: string[];
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Created: Location says where to find it. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        id: string;
                        /** @description from 1 to 100 characters as people count them, not all blank, without control characters */
                        name: string;
                        synced: boolean;
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        created_at: string;
                        last_used_at: string | null;
                        recovery_codes: string[] | null;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["USER_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["PASSKEY_TAKEN.TOO_MANY_PASSKEYS.PASSKEYS_UNAVAILABLE"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            422: components["responses"]["PASSKEY_NOT_ADDED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.remove_passkey": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    password?: string;
                    /** @description six digits of the authenticator app, or a recovery code */
                    otp?: string;
                    passkey?: {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        challenge_id: string;
                        response: {
                            /** @description base64url, at most 1364 */
                            id: string;
                            /** @description base64url, at most 1364 */
                            rawId: string;
                            /**
                             * @description 'public-key'
                             * @constant
                             */
                            type: "public-key";
                            authenticatorAttachment?: string | null;
                            clientExtensionResults: {
                                [key: string]: unknown;
                            };
                            response: {
                                /** @description base64url, at most 4000 */
                                clientDataJSON: string;
                                /** @description base64url, at most 4000 */
                                authenticatorData: string;
                                /** @description base64url, at most 8000 */
                                signature: string;
                                userHandle?: string | null;
                            };
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        totp: {
                            /**
                             * Format: date-time
                             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                             * @example 2026-01-31T12:00:00Z
                             */
                            since: string;
                        } | null;
                        /** Format: int64 */
                        passkeys: number;
                        /** Format: int64 */
                        recovery_codes_left: number;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED.CREDENTIALS_WRONG.SECOND_FACTOR_REQUIRED.SECOND_FACTOR_WRONG"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["PASSKEY_NOT_FOUND.USER_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["LAST_WAY_IN"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS.SECOND_FACTOR_TOO_OFTEN"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.rename_passkey": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description from 1 to 100 characters as people count them, not all blank, without control characters */
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        id: string;
                        /** @description from 1 to 100 characters as people count them, not all blank, without control characters */
                        name: string;
                        synced: boolean;
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        created_at: string;
                        last_used_at: string | null;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["PASSKEY_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.remove_password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    passkey: {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        challenge_id: string;
                        response: {
                            /** @description base64url, at most 1364 */
                            id: string;
                            /** @description base64url, at most 1364 */
                            rawId: string;
                            /**
                             * @description 'public-key'
                             * @constant
                             */
                            type: "public-key";
                            authenticatorAttachment?: string | null;
                            clientExtensionResults: {
                                [key: string]: unknown;
                            };
                            response: {
                                /** @description base64url, at most 4000 */
                                clientDataJSON: string;
                                /** @description base64url, at most 4000 */
                                authenticatorData: string;
                                /** @description base64url, at most 8000 */
                                signature: string;
                                userHandle?: string | null;
                            };
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        totp: {
                            /**
                             * Format: date-time
                             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                             * @example 2026-01-31T12:00:00Z
                             */
                            since: string;
                        } | null;
                        /** Format: int64 */
                        passkeys: number;
                        /** Format: int64 */
                        recovery_codes_left: number;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED.SECOND_FACTOR_WRONG"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["USER_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["LAST_WAY_IN"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.request_passkey_login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        challenge_id: string;
                        options: {
                            challenge: string;
                            rpId: string;
                            allowCredentials?: {
                                id: string;
                                type: string;
                                transports?: string[];
                            }[];
                            /** Format: int64 */
                            timeout: number;
                            userVerification: string;
                            extensions?: {
                                [key: string]: unknown;
                            };
                        };
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        expires_at: string;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["PASSKEYS_UNAVAILABLE"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.login_with_passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description a UUID in lower case
                     * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                     */
                    challenge_id: string;
                    response: {
                        /** @description base64url, at most 1364 */
                        id: string;
                        /** @description base64url, at most 1364 */
                        rawId: string;
                        /**
                         * @description 'public-key'
                         * @constant
                         */
                        type: "public-key";
                        authenticatorAttachment?: string | null;
                        clientExtensionResults: {
                            [key: string]: unknown;
                        };
                        response: {
                            /** @description base64url, at most 4000 */
                            clientDataJSON: string;
                            /** @description base64url, at most 4000 */
                            authenticatorData: string;
                            /** @description base64url, at most 8000 */
                            signature: string;
                            userHandle?: string | null;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["PASSKEY_REFUSED"];
            403: components["responses"]["ACCOUNT_DELETED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "auth.restore_with_passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description a UUID in lower case
                     * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                     */
                    challenge_id: string;
                    response: {
                        /** @description base64url, at most 1364 */
                        id: string;
                        /** @description base64url, at most 1364 */
                        rawId: string;
                        /**
                         * @description 'public-key'
                         * @constant
                         */
                        type: "public-key";
                        authenticatorAttachment?: string | null;
                        clientExtensionResults: {
                            [key: string]: unknown;
                        };
                        response: {
                            /** @description base64url, at most 4000 */
                            clientDataJSON: string;
                            /** @description base64url, at most 4000 */
                            authenticatorData: string;
                            /** @description base64url, at most 8000 */
                            signature: string;
                            userHandle?: string | null;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        user_id: string;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["PASSKEY_REFUSED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "permissions.list": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /**
                             * @description one of access-tokens:manage, account:delete, account:read, account:update, accounts:recover, balances:read, balances:read_any, campaigns:create, campaigns:manage, campaigns:read_any, campaigns:update, donors:thank, ledger:export, messages:moderate, offline-gifts:record, ops:read, ops:retry, ops:verify, payments:capture, payments:read, payouts:confirm, payouts:create, payouts:export, payouts:read, permissions:check, pledges:create, pledges:export, pledges:export_any, pledges:manage, pledges:read, pledges:read_any, pledges:refund, pledges:resolve, pledges:update, receipts:read, receipts:read_any, roles:grant, roles:manage, roles:read, signing-keys:rotate, subscriptions:create, subscriptions:manage, subscriptions:read, subscriptions:read_any, subscriptions:update, totals:rebuild, totals:verify, users:manage, users:read
                             * @enum {string}
                             */
                            name: "access-tokens:manage" | "account:delete" | "account:read" | "account:update" | "accounts:recover" | "balances:read" | "balances:read_any" | "campaigns:create" | "campaigns:manage" | "campaigns:read_any" | "campaigns:update" | "donors:thank" | "ledger:export" | "messages:moderate" | "offline-gifts:record" | "ops:read" | "ops:retry" | "ops:verify" | "payments:capture" | "payments:read" | "payouts:confirm" | "payouts:create" | "payouts:export" | "payouts:read" | "permissions:check" | "pledges:create" | "pledges:export" | "pledges:export_any" | "pledges:manage" | "pledges:read" | "pledges:read_any" | "pledges:refund" | "pledges:resolve" | "pledges:update" | "receipts:read" | "receipts:read_any" | "roles:grant" | "roles:manage" | "roles:read" | "signing-keys:rotate" | "subscriptions:create" | "subscriptions:manage" | "subscriptions:read" | "subscriptions:read_any" | "subscriptions:update" | "totals:rebuild" | "totals:verify" | "users:manage" | "users:read";
                            description: string;
                        }[];
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "permissions.list_roles": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description from 2 to 40 lower-case letters, digits and hyphens */
                            name: string;
                            /** @description at most 1,000 characters as people count them: what it is for */
                            description: string;
                            /** @description what it allows by itself */
                            permissions: ("access-tokens:manage" | "account:delete" | "account:read" | "account:update" | "accounts:recover" | "balances:read" | "balances:read_any" | "campaigns:create" | "campaigns:manage" | "campaigns:read_any" | "campaigns:update" | "donors:thank" | "ledger:export" | "messages:moderate" | "offline-gifts:record" | "ops:read" | "ops:retry" | "ops:verify" | "payments:capture" | "payments:read" | "payouts:confirm" | "payouts:create" | "payouts:export" | "payouts:read" | "permissions:check" | "pledges:create" | "pledges:export" | "pledges:export_any" | "pledges:manage" | "pledges:read" | "pledges:read_any" | "pledges:refund" | "pledges:resolve" | "pledges:update" | "receipts:read" | "receipts:read_any" | "roles:grant" | "roles:manage" | "roles:read" | "signing-keys:rotate" | "subscriptions:create" | "subscriptions:manage" | "subscriptions:read" | "subscriptions:read_any" | "subscriptions:update" | "totals:rebuild" | "totals:verify" | "users:manage" | "users:read")[];
                            /** @description roles whose permissions it has as well */
                            inherits: string[];
                            /** @description roles that nobody may have beside it */
                            excludes: string[];
                            /** @description those stay as they are */
                            built_in: boolean;
                        }[];
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "permissions.create_role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description from 2 to 40 lower-case letters, digits and hyphens */
                    name: string;
                    /** @description at most 1,000 characters as people count them: what it is for */
                    description?: string;
                    /** @description what it allows by itself */
                    permissions?: ("access-tokens:manage" | "account:delete" | "account:read" | "account:update" | "accounts:recover" | "balances:read" | "balances:read_any" | "campaigns:create" | "campaigns:manage" | "campaigns:read_any" | "campaigns:update" | "donors:thank" | "ledger:export" | "messages:moderate" | "offline-gifts:record" | "ops:read" | "ops:retry" | "ops:verify" | "payments:capture" | "payments:read" | "payouts:confirm" | "payouts:create" | "payouts:export" | "payouts:read" | "permissions:check" | "pledges:create" | "pledges:export" | "pledges:export_any" | "pledges:manage" | "pledges:read" | "pledges:read_any" | "pledges:refund" | "pledges:resolve" | "pledges:update" | "receipts:read" | "receipts:read_any" | "roles:grant" | "roles:manage" | "roles:read" | "signing-keys:rotate" | "subscriptions:create" | "subscriptions:manage" | "subscriptions:read" | "subscriptions:read_any" | "subscriptions:update" | "totals:rebuild" | "totals:verify" | "users:manage" | "users:read")[];
                    /** @description roles whose permissions it has as well */
                    inherits?: string[];
                    /** @description roles that nobody may have beside it */
                    excludes?: string[];
                };
            };
        };
        responses: {
            /** @description Created: Location says where to find it. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description from 2 to 40 lower-case letters, digits and hyphens */
                        name: string;
                        /** @description at most 1,000 characters as people count them: what it is for */
                        description: string;
                        /** @description what it allows by itself */
                        permissions: ("access-tokens:manage" | "account:delete" | "account:read" | "account:update" | "accounts:recover" | "balances:read" | "balances:read_any" | "campaigns:create" | "campaigns:manage" | "campaigns:read_any" | "campaigns:update" | "donors:thank" | "ledger:export" | "messages:moderate" | "offline-gifts:record" | "ops:read" | "ops:retry" | "ops:verify" | "payments:capture" | "payments:read" | "payouts:confirm" | "payouts:create" | "payouts:export" | "payouts:read" | "permissions:check" | "pledges:create" | "pledges:export" | "pledges:export_any" | "pledges:manage" | "pledges:read" | "pledges:read_any" | "pledges:refund" | "pledges:resolve" | "pledges:update" | "receipts:read" | "receipts:read_any" | "roles:grant" | "roles:manage" | "roles:read" | "signing-keys:rotate" | "subscriptions:create" | "subscriptions:manage" | "subscriptions:read" | "subscriptions:read_any" | "subscriptions:update" | "totals:rebuild" | "totals:verify" | "users:manage" | "users:read")[];
                        /** @description roles whose permissions it has as well */
                        inherits: string[];
                        /** @description roles that nobody may have beside it */
                        excludes: string[];
                        /** @description those stay as they are */
                        built_in: boolean;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED.GRANT_EXCEEDS_OWN"];
            404: components["responses"]["ROLE_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["ROLE_EXISTS.ROLE_CYCLE.ROLES_EXCLUDE"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "permissions.get_role": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description from 2 to 40 lower-case letters, digits and hyphens */
                        name: string;
                        /** @description at most 1,000 characters as people count them: what it is for */
                        description: string;
                        /** @description what it allows by itself */
                        permissions: ("access-tokens:manage" | "account:delete" | "account:read" | "account:update" | "accounts:recover" | "balances:read" | "balances:read_any" | "campaigns:create" | "campaigns:manage" | "campaigns:read_any" | "campaigns:update" | "donors:thank" | "ledger:export" | "messages:moderate" | "offline-gifts:record" | "ops:read" | "ops:retry" | "ops:verify" | "payments:capture" | "payments:read" | "payouts:confirm" | "payouts:create" | "payouts:export" | "payouts:read" | "permissions:check" | "pledges:create" | "pledges:export" | "pledges:export_any" | "pledges:manage" | "pledges:read" | "pledges:read_any" | "pledges:refund" | "pledges:resolve" | "pledges:update" | "receipts:read" | "receipts:read_any" | "roles:grant" | "roles:manage" | "roles:read" | "signing-keys:rotate" | "subscriptions:create" | "subscriptions:manage" | "subscriptions:read" | "subscriptions:read_any" | "subscriptions:update" | "totals:rebuild" | "totals:verify" | "users:manage" | "users:read")[];
                        /** @description roles whose permissions it has as well */
                        inherits: string[];
                        /** @description roles that nobody may have beside it */
                        excludes: string[];
                        /** @description those stay as they are */
                        built_in: boolean;
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["ROLE_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "permissions.delete_role": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description from 2 to 40 lower-case letters, digits and hyphens */
                        name: string;
                        /** @description at most 1,000 characters as people count them: what it is for */
                        description: string;
                        /** @description what it allows by itself */
                        permissions: ("access-tokens:manage" | "account:delete" | "account:read" | "account:update" | "accounts:recover" | "balances:read" | "balances:read_any" | "campaigns:create" | "campaigns:manage" | "campaigns:read_any" | "campaigns:update" | "donors:thank" | "ledger:export" | "messages:moderate" | "offline-gifts:record" | "ops:read" | "ops:retry" | "ops:verify" | "payments:capture" | "payments:read" | "payouts:confirm" | "payouts:create" | "payouts:export" | "payouts:read" | "permissions:check" | "pledges:create" | "pledges:export" | "pledges:export_any" | "pledges:manage" | "pledges:read" | "pledges:read_any" | "pledges:refund" | "pledges:resolve" | "pledges:update" | "receipts:read" | "receipts:read_any" | "roles:grant" | "roles:manage" | "roles:read" | "signing-keys:rotate" | "subscriptions:create" | "subscriptions:manage" | "subscriptions:read" | "subscriptions:read_any" | "subscriptions:update" | "totals:rebuild" | "totals:verify" | "users:manage" | "users:read")[];
                        /** @description roles whose permissions it has as well */
                        inherits: string[];
                        /** @description roles that nobody may have beside it */
                        excludes: string[];
                        /** @description those stay as they are */
                        built_in: boolean;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED.GRANT_EXCEEDS_OWN"];
            404: components["responses"]["ROLE_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["ROLE_BUILT_IN.ROLE_INHERITED"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "permissions.update_role": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description at most 1,000 characters as people count them: what it is for */
                    description?: string;
                    /** @description what it allows by itself */
                    permissions?: ("access-tokens:manage" | "account:delete" | "account:read" | "account:update" | "accounts:recover" | "balances:read" | "balances:read_any" | "campaigns:create" | "campaigns:manage" | "campaigns:read_any" | "campaigns:update" | "donors:thank" | "ledger:export" | "messages:moderate" | "offline-gifts:record" | "ops:read" | "ops:retry" | "ops:verify" | "payments:capture" | "payments:read" | "payouts:confirm" | "payouts:create" | "payouts:export" | "payouts:read" | "permissions:check" | "pledges:create" | "pledges:export" | "pledges:export_any" | "pledges:manage" | "pledges:read" | "pledges:read_any" | "pledges:refund" | "pledges:resolve" | "pledges:update" | "receipts:read" | "receipts:read_any" | "roles:grant" | "roles:manage" | "roles:read" | "signing-keys:rotate" | "subscriptions:create" | "subscriptions:manage" | "subscriptions:read" | "subscriptions:read_any" | "subscriptions:update" | "totals:rebuild" | "totals:verify" | "users:manage" | "users:read")[];
                    /** @description roles whose permissions it has as well */
                    inherits?: string[];
                    /** @description roles that nobody may have beside it */
                    excludes?: string[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description from 2 to 40 lower-case letters, digits and hyphens */
                        name: string;
                        /** @description at most 1,000 characters as people count them: what it is for */
                        description: string;
                        /** @description what it allows by itself */
                        permissions: ("access-tokens:manage" | "account:delete" | "account:read" | "account:update" | "accounts:recover" | "balances:read" | "balances:read_any" | "campaigns:create" | "campaigns:manage" | "campaigns:read_any" | "campaigns:update" | "donors:thank" | "ledger:export" | "messages:moderate" | "offline-gifts:record" | "ops:read" | "ops:retry" | "ops:verify" | "payments:capture" | "payments:read" | "payouts:confirm" | "payouts:create" | "payouts:export" | "payouts:read" | "permissions:check" | "pledges:create" | "pledges:export" | "pledges:export_any" | "pledges:manage" | "pledges:read" | "pledges:read_any" | "pledges:refund" | "pledges:resolve" | "pledges:update" | "receipts:read" | "receipts:read_any" | "roles:grant" | "roles:manage" | "roles:read" | "signing-keys:rotate" | "subscriptions:create" | "subscriptions:manage" | "subscriptions:read" | "subscriptions:read_any" | "subscriptions:update" | "totals:rebuild" | "totals:verify" | "users:manage" | "users:read")[];
                        /** @description roles whose permissions it has as well */
                        inherits: string[];
                        /** @description roles that nobody may have beside it */
                        excludes: string[];
                        /** @description those stay as they are */
                        built_in: boolean;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED.GRANT_EXCEEDS_OWN"];
            404: components["responses"]["ROLE_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["ROLE_BUILT_IN.ROLE_CYCLE.ROLES_EXCLUDE"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "permissions.list_grants": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description from 2 to 40 lower-case letters, digits and hyphens */
                            role: string;
                            resource: string | null;
                            expires_at: string | null;
                            granted_by: string | null;
                            /**
                             * Format: date-time
                             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                             * @example 2026-01-31T12:00:00Z
                             */
                            granted_at: string;
                        }[];
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "permissions.grant_role": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description a kind and an id, such as campaign:0198c0de-0000-7000-8000-000000000000 */
                    resource?: string;
                    expires_at?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description from 2 to 40 lower-case letters, digits and hyphens */
                        role: string;
                        resource: string | null;
                        expires_at: string | null;
                        granted_by: string | null;
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        granted_at: string;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED.GRANT_EXCEEDS_OWN"];
            404: components["responses"]["USER_NOT_FOUND.ROLE_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["ROLES_EXCLUDE.LAST_ADMIN"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "permissions.revoke_role": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description a kind and an id, such as campaign:0198c0de-0000-7000-8000-000000000000 */
                    resource?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description what the user still has */
                        data: {
                            /** @description from 2 to 40 lower-case letters, digits and hyphens */
                            role: string;
                            resource: string | null;
                            expires_at: string | null;
                            granted_by: string | null;
                            /**
                             * Format: date-time
                             * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                             * @example 2026-01-31T12:00:00Z
                             */
                            granted_at: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED.GRANT_EXCEEDS_OWN"];
            404: components["responses"]["ROLE_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["LAST_ADMIN"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "permissions.check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description one of access-tokens:manage, account:delete, account:read, account:update, accounts:recover, balances:read, balances:read_any, campaigns:create, campaigns:manage, campaigns:read_any, campaigns:update, donors:thank, ledger:export, messages:moderate, offline-gifts:record, ops:read, ops:retry, ops:verify, payments:capture, payments:read, payouts:confirm, payouts:create, payouts:export, payouts:read, permissions:check, pledges:create, pledges:export, pledges:export_any, pledges:manage, pledges:read, pledges:read_any, pledges:refund, pledges:resolve, pledges:update, receipts:read, receipts:read_any, roles:grant, roles:manage, roles:read, signing-keys:rotate, subscriptions:create, subscriptions:manage, subscriptions:read, subscriptions:read_any, subscriptions:update, totals:rebuild, totals:verify, users:manage, users:read
                     * @enum {string}
                     */
                    permission: "access-tokens:manage" | "account:delete" | "account:read" | "account:update" | "accounts:recover" | "balances:read" | "balances:read_any" | "campaigns:create" | "campaigns:manage" | "campaigns:read_any" | "campaigns:update" | "donors:thank" | "ledger:export" | "messages:moderate" | "offline-gifts:record" | "ops:read" | "ops:retry" | "ops:verify" | "payments:capture" | "payments:read" | "payouts:confirm" | "payouts:create" | "payouts:export" | "payouts:read" | "permissions:check" | "pledges:create" | "pledges:export" | "pledges:export_any" | "pledges:manage" | "pledges:read" | "pledges:read_any" | "pledges:refund" | "pledges:resolve" | "pledges:update" | "receipts:read" | "receipts:read_any" | "roles:grant" | "roles:manage" | "roles:read" | "signing-keys:rotate" | "subscriptions:create" | "subscriptions:manage" | "subscriptions:read" | "subscriptions:read_any" | "subscriptions:update" | "totals:rebuild" | "totals:verify" | "users:manage" | "users:read";
                    /**
                     * Format: uuid
                     * @description a UUID in lower case
                     * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                     */
                    user_id?: string;
                    /** @description a kind and an id, such as campaign:0198c0de-0000-7000-8000-000000000000 */
                    resource?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: boolean;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "permissions.check_batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    checks: {
                        /**
                         * @description one of access-tokens:manage, account:delete, account:read, account:update, accounts:recover, balances:read, balances:read_any, campaigns:create, campaigns:manage, campaigns:read_any, campaigns:update, donors:thank, ledger:export, messages:moderate, offline-gifts:record, ops:read, ops:retry, ops:verify, payments:capture, payments:read, payouts:confirm, payouts:create, payouts:export, payouts:read, permissions:check, pledges:create, pledges:export, pledges:export_any, pledges:manage, pledges:read, pledges:read_any, pledges:refund, pledges:resolve, pledges:update, receipts:read, receipts:read_any, roles:grant, roles:manage, roles:read, signing-keys:rotate, subscriptions:create, subscriptions:manage, subscriptions:read, subscriptions:read_any, subscriptions:update, totals:rebuild, totals:verify, users:manage, users:read
                         * @enum {string}
                         */
                        permission: "access-tokens:manage" | "account:delete" | "account:read" | "account:update" | "accounts:recover" | "balances:read" | "balances:read_any" | "campaigns:create" | "campaigns:manage" | "campaigns:read_any" | "campaigns:update" | "donors:thank" | "ledger:export" | "messages:moderate" | "offline-gifts:record" | "ops:read" | "ops:retry" | "ops:verify" | "payments:capture" | "payments:read" | "payouts:confirm" | "payouts:create" | "payouts:export" | "payouts:read" | "permissions:check" | "pledges:create" | "pledges:export" | "pledges:export_any" | "pledges:manage" | "pledges:read" | "pledges:read_any" | "pledges:refund" | "pledges:resolve" | "pledges:update" | "receipts:read" | "receipts:read_any" | "roles:grant" | "roles:manage" | "roles:read" | "signing-keys:rotate" | "subscriptions:create" | "subscriptions:manage" | "subscriptions:read" | "subscriptions:read_any" | "subscriptions:update" | "totals:rebuild" | "totals:verify" | "users:manage" | "users:read";
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        user_id?: string;
                        /** @description a kind and an id, such as campaign:0198c0de-0000-7000-8000-000000000000 */
                        resource?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            allowed: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "permissions.explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description one of access-tokens:manage, account:delete, account:read, account:update, accounts:recover, balances:read, balances:read_any, campaigns:create, campaigns:manage, campaigns:read_any, campaigns:update, donors:thank, ledger:export, messages:moderate, offline-gifts:record, ops:read, ops:retry, ops:verify, payments:capture, payments:read, payouts:confirm, payouts:create, payouts:export, payouts:read, permissions:check, pledges:create, pledges:export, pledges:export_any, pledges:manage, pledges:read, pledges:read_any, pledges:refund, pledges:resolve, pledges:update, receipts:read, receipts:read_any, roles:grant, roles:manage, roles:read, signing-keys:rotate, subscriptions:create, subscriptions:manage, subscriptions:read, subscriptions:read_any, subscriptions:update, totals:rebuild, totals:verify, users:manage, users:read
                     * @enum {string}
                     */
                    permission: "access-tokens:manage" | "account:delete" | "account:read" | "account:update" | "accounts:recover" | "balances:read" | "balances:read_any" | "campaigns:create" | "campaigns:manage" | "campaigns:read_any" | "campaigns:update" | "donors:thank" | "ledger:export" | "messages:moderate" | "offline-gifts:record" | "ops:read" | "ops:retry" | "ops:verify" | "payments:capture" | "payments:read" | "payouts:confirm" | "payouts:create" | "payouts:export" | "payouts:read" | "permissions:check" | "pledges:create" | "pledges:export" | "pledges:export_any" | "pledges:manage" | "pledges:read" | "pledges:read_any" | "pledges:refund" | "pledges:resolve" | "pledges:update" | "receipts:read" | "receipts:read_any" | "roles:grant" | "roles:manage" | "roles:read" | "signing-keys:rotate" | "subscriptions:create" | "subscriptions:manage" | "subscriptions:read" | "subscriptions:read_any" | "subscriptions:update" | "totals:rebuild" | "totals:verify" | "users:manage" | "users:read";
                    /**
                     * Format: uuid
                     * @description a UUID in lower case
                     * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                     */
                    user_id?: string;
                    /** @description a kind and an id, such as campaign:0198c0de-0000-7000-8000-000000000000 */
                    resource?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: boolean;
                        paths: {
                            grant: {
                                /** @description from 2 to 40 lower-case letters, digits and hyphens */
                                role: string;
                                resource: string | null;
                                expires_at: string | null;
                            };
                            /** @description from the role that was granted to the one that allows it */
                            roles: string[];
                        }[];
                        /** @description the grants that would all have to be revoked */
                        ended_by: {
                            /** @description from 2 to 40 lower-case letters, digits and hyphens */
                            role: string;
                            resource: string | null;
                        }[];
                        /** @description the roles that would allow it */
                        allowed_by: string[];
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "users.read": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["USER_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "users.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
            };
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["User"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "users.export_data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        exported_at: string;
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        user_id: string;
                        services: {
                            [key: string]: {
                                /** @description why it is kept */
                                purposes: string;
                                /** @description who else gets it */
                                recipients: string;
                                /** @description for how long */
                                retention: string;
                                tables: {
                                    [key: string]: {
                                        /** @description what a row is */
                                        what: string;
                                        /** @description what each field means */
                                        fields: {
                                            [key: string]: string;
                                        };
                                        rows: {
                                            [key: string]: unknown;
                                        }[];
                                    };
                                };
                            };
                        };
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["USER_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS.EXPORTS_UNDER_WAY"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "users.request_verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Accepted: it will be done, and its progress can be read. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: email
                         * @description an e-mail address
                         * @example ada@example.org
                         */
                        email: string;
                        /**
                         * Format: date-time
                         * @description UTC as in 2026-01-31T12:00:00Z (RFC 3339)
                         * @example 2026-01-31T12:00:00Z
                         */
                        expires_at: string;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["USER_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            409: components["responses"]["EMAIL_ALREADY_VERIFIED"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS.VERIFICATION_TOO_OFTEN"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "users.verify_email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description of the link in the e-mail */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: email
                         * @description an e-mail address
                         * @example ada@example.org
                         */
                        email: string;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            403: components["responses"]["VERIFICATION_LINK_INVALID"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "ops.read_backlog": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Backlog"][];
                        /** @description services that did not answer: their part is missing here */
                        unavailable: string[];
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "ops.list_dead_letters": {
        parameters: {
            query?: {
                service?: string;
            };
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DeadLetter"][];
                        /** @description services that did not answer: their part is missing here */
                        unavailable: string[];
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "ops.get_dead_letter": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path: {
                message_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DeadLetter"][];
                        /** @description services that did not answer: their part is missing here */
                        unavailable: string[];
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["DEAD_LETTER_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "ops.retry_dead_letter": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        retried: number;
                        failed: components["schemas"]["DeadLetter"][];
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["DEAD_LETTER_NOT_FOUND"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "ops.retry_dead_letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description the name of a service */
                    service?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        retried: number;
                        failed: components["schemas"]["DeadLetter"][];
                        /** Format: int64 */
                        remaining: number;
                        /** @description services that did not answer: their part is missing here */
                        unavailable: string[];
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "ops.trigger_webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description a UUID in lower case
                     * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                     */
                    payment_id: string;
                    /**
                     * @description one of payment.authorized, payment.captured, settlement.confirmed, payment.failed, payment.refunded, payment.refund_failed, payment.disputed, payment.dispute_won
                     * @enum {string}
                     */
                    type: "payment.authorized" | "payment.captured" | "settlement.confirmed" | "payment.failed" | "payment.refunded" | "payment.refund_failed" | "payment.disputed" | "payment.dispute_won";
                    /**
                     * Format: int64
                     * @description a whole number of minor units of the currency: 1050 is 10.50, from 1 to 100000000000
                     */
                    amount?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description a UUID in lower case
                         * @example 019ae8c4-7d2e-7a51-9c3f-2b7d90c1e4aa
                         */
                        webhook_id: string;
                    };
                };
            };
            400: components["responses"]["VALIDATION_FAILED.BODY_UNREADABLE.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            404: components["responses"]["PAYMENT_NOT_FOUND.PROVIDER_UNKNOWN"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            413: components["responses"]["BODY_TOO_LARGE"];
            414: components["responses"]["URI_TOO_LONG"];
            415: components["responses"]["BODY_ENCODED.BODY_TYPE_UNSUPPORTED"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
    "ops.verify": {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: {
                /** @description The ETag of what is known already: where it is still the same, the answer is 304 without a body. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["VerifiedInvariant"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description It is what the client has already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["VALIDATION_FAILED.REQUEST_MALFORMED"];
            401: components["responses"]["SIGN_IN_REQUIRED"];
            403: components["responses"]["PERMISSION_DENIED"];
            408: components["responses"]["REQUEST_TOO_SLOW"];
            414: components["responses"]["URI_TOO_LONG"];
            417: components["responses"]["EXPECTATION_FAILED"];
            429: components["responses"]["TOO_MANY_REQUESTS"];
            431: components["responses"]["HEADERS_TOO_LARGE"];
            500: components["responses"]["INTERNAL_ERROR"];
            503: components["responses"]["BUSY.UNAVAILABLE.OUTCOME_UNKNOWN"];
            504: components["responses"]["TIMED_OUT"];
        };
    };
}

/** The routes that answer a retry with the same Idempotency-Key as they did before. */
export const keyed: ReadonlySet<string> = new Set([
  'POST /api/payments/{id}/capture',
  'POST /api/payouts',
  'POST /api/payouts/{id}/confirm',
  'POST /api/payouts/{id}/fail',
  'POST /api/payouts/{id}/reverse',
  'POST /api/write-offs',
  'POST /api/campaigns',
  'POST /api/campaigns/{id}/publish',
  'POST /api/campaigns/{id}/close',
  'POST /api/campaigns/{id}/cancel',
  'PATCH /api/campaigns/{id}',
  'POST /api/pledges/{id}/erase',
  'POST /api/pledges',
  'PUT /api/pledges/{id}',
  'POST /api/pledges/{id}/cancel',
  'POST /api/pledges/{id}/refunds',
  'POST /api/pledges/{id}/resolve',
  'POST /api/campaigns/{campaign_id}/offline-gifts',
  'POST /api/pledges/{id}/void',
  'POST /api/pledges/{id}/message/hide',
  'POST /api/pledges/{id}/message/show',
  'POST /api/campaigns/{campaign_id}/thanks',
  'POST /api/subscriptions',
  'POST /api/subscriptions/{id}/pause',
  'POST /api/subscriptions/{id}/resume',
  'POST /api/subscriptions/{id}/cancel',
]);
