-- Vehicle records, as they follow from what the feeds told.
create table vehicle (
    id               varchar(26)   not null,
    -- rises with each change: who read another version begins again
    version          bigint        not null,
    vin              varchar(17),
    chassis          varchar(25),
    account_number   varchar(32),
    model_code       varchar(40),
    -- the account that the agency moved it to
    moved_to         varchar(32),
    -- the least revision that a dispute waits for; 0 where none does
    awaited_revision integer       not null,
    step             varchar(20)   not null,
    because_code     varchar(60)   not null,
    because          varchar(1000) not null,
    -- what was decided last
    decision_id      varchar(26),
    decided_revision integer,
    decided_account  varchar(32),
    legal_date       date,
    outcome          varchar(20)   not null,
    charge_cents     bigint,
    credits          decimal(16, 6),
    accepted_on      date,
    -- the accounts that it was rejected from, with a space between two
    left_accounts    varchar(2000) not null,
    -- the record of the same vehicle that this one became part of
    merged_into      varchar(26),
    constraint vehicle_id primary key (id)
);
create index vehicle_of_account on vehicle (account_number, step, id);
create index vehicle_of_model on vehicle (model_code);
create index vehicle_merged on vehicle (merged_into);

-- What a vehicle is found by: VIN or CHASSIS, a colon and the number.
create table vehicle_mark (
    mark       varchar(40) not null,
    vehicle_id varchar(26) not null,
    constraint vehicle_mark_mark primary key (mark)
);
create index vehicle_mark_of on vehicle_mark (vehicle_id);

-- Every message of the feeds that was not refused. Append-only.
create table vehicle_message (
    source           varchar(40)                 not null,
    message_id       varchar(80)                 not null,
    digest           varchar(64)                 not null,
    kind             varchar(40)                 not null,
    occurred_at      timestamp(3) with time zone not null,
    received_at      timestamp(3) with time zone not null,
    -- what it is about: the mark of a vehicle, or MODEL: and a model code
    subject          varchar(50)                 not null,
    model_code       varchar(40),
    chassis          varchar(25),
    account_number   varchar(32),
    -- of the register's record: its own; of a completion: that which it rests on
    revision         integer,
    vehicle_class    varchar(10),
    condition        varchar(10),
    tare_kg          integer,
    gross_mass_kg    integer,
    co2              decimal(9, 3),
    test_cycle       varchar(20),
    first_registered date,
    attributes       varchar(2000),
    completed_on     date,
    constraint vehicle_message_id primary key (message_id, source)
);
create index vehicle_message_about on vehicle_message (subject);

-- A row for each model, which is held while a vehicle of it, or an account for it, is told of.
create table vehicle_model (
    code varchar(40) not null,
    constraint vehicle_model_code primary key (code)
);

-- What happened to records. Append-only.
create table vehicle_event (
    vehicle_id  varchar(26)                 not null,
    id          varchar(26)                 not null,
    happened_at timestamp(3) with time zone not null,
    kind        varchar(30)                 not null,
    says        varchar(2000)               not null,
    decision_id varchar(26),
    by_whom     varchar(60)                 not null,
    constraint vehicle_event_id primary key (vehicle_id, id)
);

-- Corrections that came after acceptance. Append-only.
create table vehicle_late_correction (
    id          varchar(26)                 not null,
    vehicle_id  varchar(26)                 not null,
    revision    integer                     not null,
    source      varchar(40)                 not null,
    message_id  varchar(80)                 not null,
    occurred_at timestamp(3) with time zone not null,
    noted_at    timestamp(3) with time zone not null,
    constraint vehicle_late_correction_id primary key (id),
    constraint vehicle_late_correction_once unique (vehicle_id, revision)
);

-- Disputes of holders, and how the agency resolved them.
create table dispute (
    id             varchar(26)                 not null,
    version        bigint                      not null,
    account_number varchar(32)                 not null,
    -- absent where the vehicle is missing
    vehicle_id     varchar(26),
    mark           varchar(40)                 not null,
    ground         varchar(20)                 not null,
    says           varchar(2000)               not null,
    opened_at      timestamp(3) with time zone not null,
    opened_by      varchar(60)                 not null,
    -- the revision of the register's record that is disputed; 0 where there was none
    revision       integer                     not null,
    resolution     varchar(20),
    answer         varchar(2000),
    resolved_at    timestamp(3) with time zone,
    resolved_by    varchar(60),
    constraint dispute_id primary key (id)
);
create index dispute_of_account on dispute (account_number, id);
create index dispute_of_vehicle on dispute (vehicle_id);
create index dispute_open on dispute (resolution, id);

-- What payments of accounts are for: vehicles that are accepted once the money is there.
create table acceptance_order (
    payment_id     varchar(60)                 not null,
    account_number varchar(32)                 not null,
    most_credits   bigint                      not null,
    ordered_by     varchar(60)                 not null,
    ordered_at     timestamp(3) with time zone not null,
    vehicles       varchar(100000)             not null,
    constraint acceptance_order_id primary key (payment_id)
);
