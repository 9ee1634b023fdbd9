begin;
insert into pledges values (uuidv7(), gen_random_uuid(), '0197a4a4-44e6-7e0f-bcb1-e4f97a0c0000', 1000, 'EUR', null, false, 'PENDING', 0, 0, 0, '{}', now(), now(), 1);
insert into outbox (message_id, name, key, payload, at, cause, by) values (uuidv7(), 'pledge.created', 'b40b0e59-a4a4-44e6-ae0f-bcb1e4f97a0c', '{"pledge_id":"b40b0e59-a4a4-44e6-ae0f-bcb1e4f97a0c","campaign_id":"b40b0e59-a4a4-44e6-ae0f-bcb1e4f97a0c","donor_id":"b40b0e59-a4a4-44e6-ae0f-bcb1e4f97a0c","amount":1000,"currency":"EUR"}', now(), 'b40b0e59-a4a4-44e6-ae0f-bcb1e4f97a0c', '0197a4a4-44e6-7e0f-bcb1-e4f97a0c0000');
commit;
