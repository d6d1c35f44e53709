-- The archive holds every version that was handed in, whether it was ever live or not.
alter table policy_version rename column first_live_at to kept_at;

-- Everything that happened to versions, in order. Append-only: no statement updates or deletes a row.
-- Where a version stands follows from its events.
create table policy_event (
    -- from 1 without a gap: whoever adds one names the last that he has read by the number after it
    number        bigint                      not null,
    version       varchar(71)                 not null,
    kind          varchar(20)                 not null,
    happened_at   timestamp(3) with time zone not null,
    by_whom       varchar(60)                 not null,
    reason        varchar(2000)               not null,
    -- HANDED_IN: the version that it was made from
    base          varchar(71),
    -- CHECKED: whether it passed, why not, and the version that was live
    passed        boolean,
    objections    varchar(100000),
    compared_with varchar(71),
    -- CHECKED and APPROVED: the digest of the reports
    reports       varchar(71),
    -- SCHEDULED, LIVE and FAILED
    live_from     timestamp(3) with time zone,
    -- LIVE: the number of the LIVE event before; 0 for the first
    replaces      bigint,
    constraint policy_event_number primary key (number),
    constraint policy_event_of foreign key (version) references policy_version (version),
    -- of two publications at once, one wins
    constraint policy_event_replaces unique (replaces)
);

-- The reports of every check, in parts small enough for any row. Append-only.
create table policy_report (
    version       varchar(71)      not null,
    digest        varchar(71)      not null,
    part          integer          not null,
    compared_with varchar(71)      not null,
    content       varchar(1000000) not null,
    constraint policy_report_id primary key (version, digest, part),
    constraint policy_report_of foreign key (version) references policy_version (version)
);
