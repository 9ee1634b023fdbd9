-- The usual tables of a ledger, and a transfer as one call of a procedure, for yardsticks.
create table account (id int primary key, balance bigint not null check (balance >= 0)) with (fillfactor = 50);
create table transfer (
  id text primary key, debit int not null, credit int not null, amount bigint not null, created_at timestamptz not null default now()
);
create table entry (
  id bigint generated always as identity primary key, transfer_id text not null, account_id int not null, amount bigint not null
);
insert into account select i, 1000000000000 from generate_series(1, 10000) i;

create function transfer_one(k text, d int, c int, a bigint) returns int language plpgsql as $$
begin
  insert into transfer (id, debit, credit, amount) values (k, d, c, a) on conflict do nothing;
  if not found then return 0; end if;
  if d < c then
    update account set balance = balance - a where id = d and balance >= a;
    if not found then raise exception 'insufficient'; end if;
    update account set balance = balance + a where id = c;
  else
    update account set balance = balance + a where id = c;
    update account set balance = balance - a where id = d and balance >= a;
    if not found then raise exception 'insufficient'; end if;
  end if;
  insert into entry (transfer_id, account_id, amount) values (k, d, -a), (k, c, a);
  return 1;
end $$;
analyze account;
