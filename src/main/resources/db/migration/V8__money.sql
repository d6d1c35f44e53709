-- Payments. A final state stays; nothing deletes a row.
create table payment (
    id         varchar(26)                 not null,
    account    varchar(32)                 not null,
    cents      bigint                      not null,
    purpose    varchar(40)                 not null,
    reference  varchar(40)                 not null,
    started_by varchar(60)                 not null,
    started_at timestamp(3) with time zone not null,
    state      varchar(10)                 not null,
    -- the New Zealand day and the moment of a final state
    ended_on   date,
    ended_at   timestamp(3) with time zone,
    -- of a received payment
    receipt    varchar(60),
    -- why a payment was declined, or what a received one was for could not be done
    why        varchar(2000)               not null,
    constraint payment_id primary key (id),
    constraint payment_account foreign key (account) references account (number),
    constraint payment_amount check (cents > 0),
    constraint payment_ended check ((ended_at is null) = (state in ('PENDING', 'UNKNOWN')))
);
create index payment_of on payment (account, id);
create index payment_in_state on payment (state, id);
create index payment_ended_on on payment (ended_on, state, id);

-- Each receipt is one payment's.
create table payment_receipt (
    receipt varchar(60) not null,
    payment varchar(26) not null,
    constraint payment_receipt_key primary key (receipt),
    constraint payment_receipt_of foreign key (payment) references payment (id)
);

-- The charges that a payment was started for.
create table payment_charge (
    payment varchar(26)  not null,
    charge  varchar(100) not null,
    constraint payment_charge_key primary key (payment, charge),
    constraint payment_charge_of foreign key (payment) references payment (id)
);

-- What the payment provider said and does not fit.
create table payment_discrepancy (
    id            varchar(26)                 not null,
    kind          varchar(30)                 not null,
    -- as the provider gave it: not always a payment's
    payment       varchar(60)                 not null,
    says          varchar(1000)               not null,
    found_at      timestamp(3) with time zone not null,
    once          varchar(200)                not null,
    is_open       boolean                     not null,
    resolution    varchar(1000),
    resolved_by   varchar(60),
    resolved_at   timestamp(3) with time zone,
    constraint payment_discrepancy_id primary key (id),
    constraint payment_discrepancy_once unique (once)
);
create index payment_discrepancy_open on payment_discrepancy (is_open, id);

-- The days whose statements of the provider were compared.
create table payment_statement_day (
    compared_on date not null,
    constraint payment_statement_day_key primary key (compared_on)
);

-- Money that the agency paid back.
create table refund (
    id        varchar(26)                 not null,
    account   varchar(32)                 not null,
    cents     bigint                      not null,
    reason    varchar(1000)               not null,
    paid_by   varchar(60)                 not null,
    paid_at   timestamp(3) with time zone not null,
    constraint refund_id primary key (id),
    constraint refund_account foreign key (account) references account (number),
    constraint refund_amount check (cents > 0)
);
create index refund_of on refund (account, id);

-- The sandbox provider's own record, which no ledger entry rests on.
create table sandbox_payment (
    id        varchar(26) not null,
    cents     bigint      not null,
    reference varchar(40) not null,
    asked_on  date        not null,
    times     integer     not null,
    constraint sandbox_payment_id primary key (id)
);
create index sandbox_payment_day on sandbox_payment (asked_on, id);

-- Transfers of credits. No price is kept.
create table transfer (
    id              varchar(26)                 not null,
    from_account    varchar(32)                 not null,
    to_account      varchar(32)                 not null,
    offered_tenths  bigint                      not null,
    offered_by      varchar(60)                 not null,
    offered_at      timestamp(3) with time zone not null,
    state           varchar(10)                 not null,
    ended_by        varchar(60),
    ended_at        timestamp(3) with time zone,
    -- of an agreed transfer
    moved_tenths    bigint,
    received_tenths bigint,
    kept_tenths     bigint,
    code            varchar(60),
    says            varchar(1000),
    constraint transfer_id primary key (id),
    constraint transfer_from foreign key (from_account) references account (number),
    constraint transfer_to foreign key (to_account) references account (number),
    constraint transfer_amount check (offered_tenths > 0 and from_account <> to_account)
);
create index transfer_given on transfer (from_account, id);
create index transfer_received on transfer (to_account, id);

-- Years of fleet average accounts that were settled.
create table fleet_year (
    account         varchar(32) not null,
    fleet_year      integer     not null,
    cents           bigint      not null,
    credit_tenths   bigint      not null,
    due_on          date        not null,
    may_defer       boolean     not null,
    after_due       varchar(40) not null,
    carried_tenths  bigint      not null,
    settled_on      date        not null,
    deferred_on     date,
    deferred_tenths bigint,
    constraint fleet_year_key primary key (account, fleet_year),
    constraint fleet_year_account foreign key (account) references account (number)
);
create index fleet_year_due on fleet_year (due_on, account, fleet_year);

-- Fleets' charges that were put into files for direct debit, since when.
create table direct_debit (
    account        varchar(32) not null,
    fleet_year     integer     not null,
    first_filed_on date        not null,
    constraint direct_debit_key primary key (account, fleet_year),
    constraint direct_debit_of foreign key (account, fleet_year)
        references fleet_year (account, fleet_year)
);
