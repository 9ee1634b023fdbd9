\set d random(1, 9999)
select transfer_one(gen_random_uuid()::text, :d, 10000, 100);
