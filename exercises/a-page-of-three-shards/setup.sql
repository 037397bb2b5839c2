-- Three shards, by organization. One organization in fifty is being moved to the next shard, and until that is done its rows lie
-- on both.
create table shard_0 (
  id integer not null,
  organization_id integer not null,
  user_id integer not null,
  created_at timestamptz not null,
  kind text not null
);
create table shard_1 (like shard_0);
create table shard_2 (like shard_0);

insert into shard_0
select id, organization_id, user_id, created_at, kind from activities
where id > 60000 and (organization_id % 3 = 0 or organization_id % 50 = 23)
order by id;
insert into shard_1
select id, organization_id, user_id, created_at, kind from activities
where id > 60000 and (organization_id % 3 = 1 or organization_id % 50 = 39)
order by id;
insert into shard_2
select id, organization_id, user_id, created_at, kind from activities
where id > 60000 and (organization_id % 3 = 2 or organization_id % 50 = 38)
order by id;

create index on shard_0 (kind, created_at);
create index on shard_1 (kind, created_at);
create index on shard_2 (kind, created_at);
analyze shard_0, shard_1, shard_2;
