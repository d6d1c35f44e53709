-- The ledger. Append-only: no statement updates or deletes a row, but of ledger_balance.

create table ledger_entry (
    id          varchar(26)                 not null,
    kind        varchar(20)                 not null,
    -- what happened, and what it is about: what happened once is recorded once
    reference   varchar(100)                not null,
    about       varchar(100)                not null,
    recorded_at timestamp(3) with time zone not null,
    recorded_on date                        not null,
    constraint ledger_entry_id primary key (id),
    constraint ledger_entry_reference unique (kind, reference)
);
create index ledger_entry_day on ledger_entry (recorded_on, kind);

-- What entries move: to nothing in credits, grams above target, fleets' differences, charges, money.
create table ledger_posting (
    entry       varchar(26) not null,
    line        integer     not null,
    -- absent where the book is the agency's
    account     varchar(32),
    book        varchar(20) not null,
    lot         varchar(100) not null,
    -- tenths of a gram or cents, as the book counts
    amount      bigint      not null,
    recorded_on date        not null,
    constraint ledger_posting_id primary key (entry, line),
    constraint ledger_posting_of foreign key (entry) references ledger_entry (id),
    constraint ledger_posting_account foreign key (account) references account (number),
    constraint ledger_posting_moves check (amount <> 0)
);
-- an account's lines by day, for its statements
create index ledger_posting_lines on ledger_posting (account, recorded_on, entry, line);

-- The sums of accounts' postings, moved with them in one transaction; what is zero has no row, so
-- that an account's rows are as many as the things that it holds and owes, however long its history.
create table ledger_balance (
    account varchar(32)  not null,
    book    varchar(20)  not null,
    lot     varchar(100) not null,
    amount  bigint       not null,
    constraint ledger_balance_id primary key (account, book, lot),
    constraint ledger_balance_account foreign key (account) references account (number),
    constraint ledger_balance_not_below_zero check (amount >= 0 or book = 'FLEET')
);
-- who holds the credits of a day, for their expiry
create index ledger_balance_lot on ledger_balance (book, lot, account);

-- Charges as they were levied; what is still owed of one is in ledger_balance.
create table ledger_charge (
    id            varchar(100)   not null,
    account       varchar(32)    not null,
    scheme        varchar(20)    not null,
    condition     varchar(20)    not null,
    legal_date    date           not null,
    -- NZD for each gram above target
    rate          numeric        not null,
    above_tenths  bigint         not null,
    cents         bigint         not null,
    levied_on     date           not null,
    payable_on    date           not null,
    due_on        date           not null,
    constraint ledger_charge_id primary key (id),
    constraint ledger_charge_account foreign key (account) references account (number),
    constraint ledger_charge_of_something check (cents > 0 and above_tenths >= 0)
);
create index ledger_charge_of on ledger_charge (account, levied_on);

-- Vehicles in fleets, exactly as they were assessed.
create table fleet_vehicle (
    vehicle           varchar(100)   not null,
    account           varchar(32)    not null,
    fleet_year        integer        not null,
    vehicle_type      varchar(20)    not null,
    target            numeric        not null,
    co2               numeric        not null,
    -- target less CO2, as the fleet's book counts it
    difference_tenths bigint         not null,
    constraint fleet_vehicle_id primary key (vehicle),
    constraint fleet_vehicle_account foreign key (account) references account (number)
);
create index fleet_vehicle_of on fleet_vehicle (account, fleet_year);
