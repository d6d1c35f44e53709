-- The sources of every policy that was ever live. Append-only: no statement updates or deletes a row.
create table policy_version (
    version       varchar(71)                 not null,
    first_live_at timestamp(3) with time zone not null default current_timestamp,
    constraint policy_version_id primary key (version)
);

-- The zip file of a version's sources, in parts small enough for any row.
create table policy_version_part (
    version varchar(71) not null,
    part    integer     not null,
    content bytea       not null,
    constraint policy_version_part_id primary key (version, part),
    constraint policy_version_part_of foreign key (version) references policy_version (version)
);
