-- Every decision that was acknowledged. Append-only: no statement updates or deletes a row.
create table decision_log (
    id              varchar(26)                 not null,
    decided_at      timestamp(3) with time zone not null,
    legal_date      date                        not null,
    policy_version  varchar(71)                 not null,
    account_number  varchar(32)                 not null,
    vin             varchar(17)                 not null,
    outcome         varchar(20)                 not null,
    -- the whole decision as JSON; the columns above repeat what is searched for
    entry           varchar(1000000)            not null,
    idempotency_key varchar(255),
    request_digest  varchar(64),
    constraint decision_log_id primary key (id),
    constraint decision_log_idempotency_key unique (idempotency_key)
);
