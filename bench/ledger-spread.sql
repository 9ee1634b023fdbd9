\set d random(1, 9999)
\set c 1 + (:d - 1 + random(1, 9998)) % 9999
select transfer_one(gen_random_uuid()::text, :d, :c, 100);
